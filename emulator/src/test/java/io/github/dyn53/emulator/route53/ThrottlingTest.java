package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Route53Exception;

class ThrottlingTest {
  private final HandMovedClock clock = new HandMovedClock();

  @Test
  void sharesFiftyRequestsAmongActionsAndRefillsTenEachSecond() {
    var throttles = new Throttles(Route53Settings.standard(), clock);
    take(throttles, Action.LIST_HOSTED_ZONES, 25);
    take(throttles, Action.GET_CHANGE, 25);

    assertThrottled(throttles, Action.CHANGE_RESOURCE_RECORD_SETS);

    clock.advance(Duration.ofMillis(99));
    assertThrottled(throttles, Action.CHANGE_RESOURCE_RECORD_SETS);

    clock.advance(Duration.ofMillis(901));
    take(throttles, Action.CHANGE_RESOURCE_RECORD_SETS, 10);
    assertThrottled(throttles, Action.CHANGE_RESOURCE_RECORD_SETS);
  }

  @Test
  void givesSingleActionLessThanTheAccount() {
    var throttles = new Throttles(Route53Settings.standard(), clock);
    take(throttles, Action.CREATE_HOSTED_ZONE, 40);

    assertThrottled(throttles, Action.CREATE_HOSTED_ZONE);
    take(throttles, Action.GET_HOSTED_ZONE, 10);

    clock.advance(Duration.ofSeconds(1));
    take(throttles, Action.CREATE_HOSTED_ZONE, 2);
    assertThrottled(throttles, Action.CREATE_HOSTED_ZONE);
  }

  @Test
  void fillsBucketsNoFurtherThanTheirSize() {
    var throttles = new Throttles(Route53Settings.standard(), clock);
    clock.advance(Duration.ofDays(1));
    take(throttles, Action.GET_CHANGE, 50);

    assertThrottled(throttles, Action.GET_CHANGE);
  }

  @Test
  void limitsChangesOnlyWhereToldTo() {
    var unlimited = new Throttles(Route53Settings.standard(), clock);
    unlimited.takeChanges(1_000_000);
    var limited = new Throttles(Route53Settings.standard().withChanges(new Rate(100, 10)), clock);
    limited.takeChanges(100);

    assertThatThrownBy(() -> limited.takeChanges(1)).hasMessageContaining("Rate exceeded");

    clock.advance(Duration.ofSeconds(10));
    // More than the bucket ever holds is let through when it is full, and paid for afterwards.
    limited.takeChanges(150);
    clock.advance(Duration.ofSeconds(5));
    assertThatThrownBy(() -> limited.takeChanges(1)).hasMessageContaining("Rate exceeded");
  }

  @Test
  void answersThrottlingAsTheSdkExpectsIt() {
    try (var service =
        ServiceFixture.with(Route53Settings.standard().withChanges(new Rate(3, 1)))) {
      service.publish("home.dyn.test");

      assertThatThrownBy(() -> service.publish("nas.dyn.test"))
          .isInstanceOfSatisfying(
              Route53Exception.class,
              throttled -> {
                assertThat(throttled.statusCode()).isEqualTo(400);
                assertThat(throttled.awsErrorDetails().errorCode()).isEqualTo("Throttling");
                assertThat(throttled.isThrottlingException()).isTrue();
              });
      assertThat(service.names()).doesNotContain("nas.dyn.test. A");
    }
  }

  private static void take(Throttles throttles, Action action, int times) {
    IntStream.range(0, times).forEach(i -> throttles.takeRequest(action));
  }

  private static void assertThrottled(Throttles throttles, Action action) {
    assertThatThrownBy(() -> throttles.takeRequest(action))
        .hasMessage("Throttling: [Rate exceeded]");
  }
}
