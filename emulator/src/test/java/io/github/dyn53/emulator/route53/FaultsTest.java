package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.emulator.faults.Fault;
import io.github.dyn53.emulator.faults.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

class FaultsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          THROTTLE,             400, Throttling
          BUSY,                 400, PriorRequestNotComplete
          ACCESS_DENIED,        403, AccessDenied
          NO_SUCH_ZONE,         404, NoSuchHostedZone
          INVALID_CHANGE_BATCH, 400, InvalidChangeBatch
          INTERNAL_ERROR,       500, InternalFailure
          UNAVAILABLE,          503, ServiceUnavailable
          """)
  void answersErrorAndChangesNothing(ErrorAnswer error, int status, String code) {
    try (var service = ServiceFixture.with(changeFault(new Fault.ErrorAnswer<>(error)))) {
      assertThatThrownBy(() -> service.publish("home.dyn.test"))
          .isInstanceOfSatisfying(
              Route53Exception.class,
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(status);
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
              });
      assertThat(service.names()).doesNotContain("home.dyn.test. A");

      service.publish("home.dyn.test");
      assertThat(service.names()).contains("home.dyn.test. A");
    }
  }

  @Test
  void losesAnswerOfChangeThatWasMade() {
    try (var service = ServiceFixture.with(changeFault(new Fault.LostAnswer<>()))) {
      assertThatThrownBy(() -> service.publish("home.dyn.test"))
          .isInstanceOf(SdkClientException.class);
      assertThat(service.names()).contains("home.dyn.test. A");
    }
  }

  @Test
  void resetsConnectionOfChangeThatWasNotMade() {
    try (var service = ServiceFixture.with(changeFault(new Fault.Reset<>()))) {
      assertThatThrownBy(() -> service.publish("home.dyn.test"))
          .isInstanceOf(SdkClientException.class)
          .hasStackTraceContaining("Connection reset");
      assertThat(service.names()).doesNotContain("home.dyn.test. A");
    }
  }

  @Test
  void answersLate() {
    try (var service =
        ServiceFixture.with(changeFault(new Fault.Latency<>(Duration.ofMillis(300))))) {
      long start = System.nanoTime();
      service.publish("home.dyn.test");

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
      assertThat(service.names()).contains("home.dyn.test. A");
    }
  }

  @Test
  void countsOnlyCallsThatMatch() {
    var rule =
        new FaultRule<>(
            Optional.of("GetHostedZone"),
            Optional.of("DYN.test"),
            Optional.empty(),
            1,
            OptionalInt.of(2),
            100,
            new Fault.ErrorAnswer<>(ErrorAnswer.THROTTLE));
    try (var service = ServiceFixture.with(Faults.scripted(List.of(rule)))) {
      var other = service.zones.create("other.test");

      var outcomes = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        assertThat(fails(service, other.id())).isFalse();
        outcomes.append(fails(service, service.zone.id()) ? 'x' : '.');
      }

      assertThat(outcomes).hasToString(".xx..");
    }
  }

  @Test
  void letsFirstRuleThatFiresDecide() {
    var faults =
        Faults.scripted(
            List.of(
                FaultRule.once("GetHostedZone", new Fault.ErrorAnswer<>(ErrorAnswer.UNAVAILABLE)),
                FaultRule.always("GetHostedZone", new Fault.ErrorAnswer<>(ErrorAnswer.THROTTLE))));
    try (var service = ServiceFixture.with(faults)) {
      assertThatThrownBy(
              () -> service.client.getHostedZone(request -> request.id(service.zone.id())))
          .hasMessageContaining("unavailable");
      assertThatThrownBy(
              () -> service.client.getHostedZone(request -> request.id(service.zone.id())))
          .hasMessageContaining("Rate exceeded");
    }
  }

  @Test
  void happensToShareOfCalls() {
    var rule =
        new FaultRule<>(
            Optional.of("GetHostedZone"),
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalInt.empty(),
            30,
            new Fault.ErrorAnswer<>(ErrorAnswer.THROTTLE));
    try (var service = ServiceFixture.with(Faults.scripted(List.of(rule)))) {
      long failed = IntStream.range(0, 200).filter(i -> fails(service, service.zone.id())).count();

      assertThat(failed).isBetween(40L, 80L);
    }
  }

  private static boolean fails(ServiceFixture service, String zoneId) {
    try {
      service.client.getHostedZone(request -> request.id(zoneId));
      return false;
    } catch (Route53Exception e) {
      return true;
    }
  }

  private static Faults changeFault(Fault<ErrorAnswer> fault) {
    return Faults.scripted(List.of(FaultRule.once("ChangeResourceRecordSets", fault)));
  }
}
