package io.github.dyn53.functions.route53;

import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;

/** Tells what passes from what does not. */
final class Route53Failure {

  /** Credentials that are being rotated or a clock that is off: nothing the owner decided. */
  private static final Set<String> PASSING_CODES =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "RequestTimeTooSkewed");

  private static final Set<String> BATCH_CODES = Set.of("InvalidChangeBatch", "InvalidInput");

  private Route53Failure() {}

  /**
   * The exception of the port for one of the SDK.
   *
   * @param attempt what is known of the attempt if nothing more is: "could not confirm ..."
   */
  static RuntimeException of(SdkException e, String attempt) {
    if (!(e instanceof AwsServiceException service)) {
      return new ZoneUnavailableException(Reason.UNKNOWN, attempt, e);
    }
    if (service.isThrottlingException()) {
      return new ZoneUnavailableException(Reason.THROTTLED, "Route 53 throttles this account", e);
    }
    if (service instanceof PriorRequestNotCompleteException) {
      return new ZoneUnavailableException(
          Reason.BUSY, "the zone's previous change is still in flight", e);
    }
    if (service.statusCode() >= 500 || PASSING_CODES.contains(code(service))) {
      return new ZoneUnavailableException(Reason.UNKNOWN, attempt, e);
    }
    return new ZoneRefusedException(scope(service), "Route 53 refused: " + reason(service), e);
  }

  /** Only a batch that is wrong in itself may hold others that are right. */
  private static Scope scope(AwsServiceException e) {
    return BATCH_CODES.contains(code(e)) ? Scope.CHANGE : Scope.ZONE;
  }

  private static String code(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(details -> details.errorCode())
        // The documented form of this error has no code that the SDK would find.
        .orElse("InvalidChangeBatch");
  }

  private static String reason(AwsServiceException e) {
    if (e instanceof InvalidChangeBatchException invalid && !invalid.messages().isEmpty()) {
      return "InvalidChangeBatch: " + String.join("; ", invalid.messages());
    }
    String message =
        Optional.ofNullable(e.awsErrorDetails())
            .map(details -> details.errorMessage())
            .orElse("the change is not valid");
    return code(e) + ": " + message;
  }
}
