package io.github.dyn53.functions.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.StubAws;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;

/** What Route 53 may say, and whether it is worth asking again. */
class Route53FailureTest {

  private static final String UNCONFIRMED = "could not confirm the change of hosted zone Z1";

  private final StubAws http = new StubAws();
  private final Route53Zones zones = new Route53Zones(StubRoute53.over(http));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Throttling              | THROTTLED | 1 | Route 53 throttles this account
          400 | ThrottlingException     | THROTTLED | 1 | Route 53 throttles this account
          503 | Throttling              | THROTTLED | 1 | Route 53 throttles this account
          400 | PriorRequestNotComplete | BUSY      | 3 | the zone's previous change is still in flight
          500 | InternalError           | UNKNOWN   | 3 | could not confirm the change of hosted zone Z1
          503 | ServiceUnavailable      | UNKNOWN   | 3 | could not confirm the change of hosted zone Z1
          403 | ExpiredToken            | UNKNOWN   | 1 | could not confirm the change of hosted zone Z1
          """)
  void passes(int status, String code, Reason reason, int attempts, String message) {
    http.answer(status, StubRoute53.error(code, "Rate exceeded"));

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(change(Duration.ofSeconds(30)))
        .withMessage(message)
        .returns(reason, ZoneUnavailableException::reason);
    assertThat(http.requests()).hasSize(attempts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | NoSuchHostedZone   | ZONE   | No hosted zone found with ID: Z1
          403 | AccessDenied       | ZONE   | User is not authorized to perform this
          400 | InvalidInput       | CHANGE | Invalid XML
          400 | InvalidChangeBatch | CHANGE | [RRSet with DNS name x. is not permitted in zone y.]
          403 | SignatureDoesNotMatch | ZONE | The signature does not match
          """)
  void isForGood(int status, String code, Scope scope, String message) {
    http.answer(status, StubRoute53.error(code, message));

    assertThatExceptionOfType(ZoneRefusedException.class)
        .isThrownBy(change(Duration.ofSeconds(3)))
        .withMessage("Route 53 refused: %s: %s".formatted(code, message))
        .returns(scope, ZoneRefusedException::scope);
    assertThat(http.requests()).hasSize(1);
  }

  /** The SDK finds neither code nor message in the form that the API reference documents. */
  @Test
  void knowsTheDocumentedFormOfAnInvalidBatch() {
    http.answer(400, StubRoute53.invalidChangeBatch("Tried to delete x, but it was not found"));

    assertThatExceptionOfType(ZoneRefusedException.class)
        .isThrownBy(change(Duration.ofSeconds(3)))
        .withMessageStartingWith("Route 53 refused: InvalidChangeBatch: ")
        .returns(Scope.CHANGE, ZoneRefusedException::scope);
  }

  static Stream<IOException> brokenConnections() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketException("Connection reset"),
        new ConnectException("Connection refused"),
        new UnknownHostException("route53.amazonaws.com"));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void cannotBeConfirmedOverABrokenConnection(IOException broken) {
    http.fail(broken);

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(change(Duration.ofSeconds(30)))
        .withMessage(UNCONFIRMED)
        .returns(Reason.UNKNOWN, ZoneUnavailableException::reason);
    assertThat(http.requests()).hasSize(3);
  }

  @Test
  void cannotBeConfirmedOnceTheTimeIsOver() {
    http.hang();
    long start = System.nanoTime();

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(change(Duration.ofMillis(200)))
        .withMessage(UNCONFIRMED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  /** A throttled request that is made again at once takes from those who publish for many. */
  @Test
  void leavesWhatIsThrottledOrBusyToTheCallerOfBatches() {
    Route53Zones batches =
        new Route53Zones(AwsClients.over(http, Region.US_EAST_1).route53ForBatches());
    http.answer(400, StubRoute53.error("Throttling", "Rate exceeded"))
        .answer(400, StubRoute53.error("PriorRequestNotComplete", "busy"))
        .answer(500, StubRoute53.error("InternalError", ""))
        .answer(200, StubRoute53.CHANGED);

    for (Reason reason : List.of(Reason.THROTTLED, Reason.BUSY)) {
      assertThatExceptionOfType(ZoneUnavailableException.class)
          .isThrownBy(
              () -> batches.change(new ZoneId("Z1"), List.of(upsert()), Duration.ofSeconds(30)))
          .returns(reason, ZoneUnavailableException::reason);
    }
    batches.change(new ZoneId("Z1"), List.of(upsert()), Duration.ofSeconds(30));

    assertThat(http.requests()).hasSize(4);
  }

  @Test
  void succeedsAtTheSecondAttempt() {
    http.fail(new SocketException("Connection reset")).answer(200, StubRoute53.CHANGED);

    zones.change(new ZoneId("Z1"), List.of(upsert()), Duration.ofSeconds(30));

    assertThat(http.requests()).hasSize(2);
  }

  @Test
  void tellsAReadFromAWrite() {
    http.answer(500, StubRoute53.error("InternalError", ""));

    assertThatExceptionOfType(ZoneUnavailableException.class)
        .isThrownBy(
            () -> zones.find(new ZoneId("Z1"), upsert().recordSet().key(), Duration.ofSeconds(30)))
        .withMessage("failed to read hosted zone Z1");
  }

  private ThrowingCallable change(Duration timeLimit) {
    return () -> zones.change(new ZoneId("Z1"), List.of(upsert()), timeLimit);
  }

  private static RecordChange upsert() {
    var key = new RecordKey(new DnsName("home.example.com"), RecordType.A);
    return new RecordChange.Upsert(new RecordSet(key, 60, List.of("11.22.33.44")));
  }
}
