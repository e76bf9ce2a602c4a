package io.github.dyn53.functions;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;

/**
 * Which requests to Route 53 the SDK makes again by itself. Its own strategies all repeat what was
 * throttled, after pauses of a second: that takes the time of the request and the account's budget,
 * and hides from the caller that there is a storm.
 */
final class Retries {

  private static final int MOST_ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private Retries() {}

  /** Broken connections, answers that never came, failures of the server and busy zones. */
  static RetryStrategy ofRequests() {
    return strategy(e -> isBroken(e) || e instanceof PriorRequestNotCompleteException);
  }

  /** The same without busy zones. */
  static RetryStrategy ofBatches() {
    return strategy(Retries::isBroken);
  }

  private static RetryStrategy strategy(Predicate<Throwable> isWorthIt) {
    return DefaultRetryStrategy.standardStrategyBuilder()
        .useClientDefaults(false)
        .maxAttempts(MOST_ATTEMPTS)
        .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
        .retryOnException(isWorthIt)
        .build();
  }

  private static boolean isBroken(Throwable e) {
    return e instanceof AwsServiceException service
        ? service.statusCode() >= 500 && !service.isThrottlingException()
        : e instanceof ApiCallAttemptTimeoutException || isOfTheNetwork(e);
  }

  private static boolean isOfTheNetwork(Throwable e) {
    return e instanceof IOException
        || (e instanceof SdkClientException && e.getCause() instanceof IOException);
  }
}
