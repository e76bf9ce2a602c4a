package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.route53.BatchErrorForm;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.functions.AwsClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Route 53 does not do as it is asked, or nobody is told that it did. */
class Route53FaultsEndToEndTest extends FaultsContract {

  Route53FaultsEndToEndTest(@TempDir Path folder) {
    super(folder);
  }

  /** The wish is durable: the client has done its part. */
  @ParameterizedTest
  @ValueSource(strings = {"throttle", "busy", "internal-error", "unavailable", "reset"})
  void handsWishOverThatRoute53DoesNotTakeNow(String fault) {
    cloud.failChanges(fault);

    assertThat(updateInTime()).isEqualTo(GOOD);

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertPendingWish();
    assertMendedByPublisher();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-denied", "no-such-zone", "invalid-change-batch"})
  void keepsWishThatRoute53Refuses(String fault) {
    cloud.failChanges(fault);

    assertThat(updateInTime()).isEqualTo(new Reply(200, "dnserr\n"));

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertPendingWish();
    assertMendedByAskingAgain();
  }

  /** One throttle is enough: until the storm is over, no request asks Route 53. */
  @Test
  void leavesRoute53ToThePublisherDuringStorm() {
    cloud.failChanges("throttle");
    assertThat(updateInTime()).isEqualTo(GOOD);
    cloud.mend();

    assertThat(cloud.update(hostname, "9.1.2.5").word()).isEqualTo("good");
    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);

    assertThat(cloud.functions().publish(hostname).required("batchItemFailures")).isEmpty();
    assertThat(cloud.answers(hostname)).first().isEqualTo("9.1.2.5");
    assertThat(cloud.host(hostname).isSettled()).isTrue();
  }

  /** Refused while it waits: the host says why, and the next sweep tries again. */
  @Test
  void sweepsUntilRoute53TakesTheWish() {
    cloud.failChanges("busy");
    assertThat(updateInTime()).isEqualTo(GOOD);
    cloud.failChanges("access-denied");

    assertThat(cloud.functions().sweep().required("tried").asInt()).isPositive();

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertThat(cloud.host(hostname).activity().lastFault()).isPresent();
    assertMendedBySweep();
  }

  @Test
  void repairsWhatSomebodyElseChangedInTheZone() {
    cloud.changeElsewhere(hostname, "9.6.6.6");
    assertThat(cloud.answers(hostname)).isNotEqualTo(OLD_ANSWERS);

    assertThat(cloud.functions().compareZones().required("hosts").get(0).asText())
        .isEqualTo(hostname);

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertThat(cloud.functions().compareZones().required("drifted").asInt()).isZero();
  }

  @Test
  void understandsDocumentedFormOfRefusedBatch(@TempDir Path folder) {
    var settings = Route53Settings.standard().withBatchErrors(BatchErrorForm.INVALID_CHANGE_BATCH);
    try (var documented = new FaultyCloud(folder, settings)) {
      String host = documented.functions().addHost("\"wildcard\": true");
      documented.failChanges("invalid-change-batch");

      assertThat(documented.update(host, WANTED)).isEqualTo(new Reply(200, "dnserr\n"));

      assertThat(documented.answers(host)).isEmpty();
      documented.mend();
      assertThat(documented.update(host, WANTED).word()).isEqualTo("good");
      assertThat(documented.answers(host)).isEqualTo(WANTED_ANSWERS);
      assertThat(documented.wishes(host)).hasSize(1);
    }
  }

  /** Nobody can tell whether the change was made: it was, or will be. */
  @ParameterizedTest
  @ValueSource(strings = {"lost-answer", "latency milliseconds 3500"})
  void handsWishOverWhereRoute53DoesNotAnswer(String fault) {
    cloud.failChanges(fault);

    assertThat(updateInTime()).isEqualTo(GOOD);

    assertThat(cloud.answers(hostname)).isIn(OLD_ANSWERS, WANTED_ANSWERS);
    assertPendingWish();
    assertMendedByPublisher();
  }

  @Test
  void answersInTimeWhereRoute53IsSilent() {
    try (var silence = new SilentServer()) {
      var functions = cloud.functionsOver(AwsClients.at(silence.uri()).route53());
      Instant start = Instant.now();

      Reply reply = functions.update("hostname=" + hostname + "&myip=" + WANTED);

      assertThat(reply).isEqualTo(GOOD);
      assertThat(Duration.between(start, Instant.now())).isLessThan(HttpUpdates.PATIENCE);
    }
    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertPendingWish();
    assertMendedBySweep();
  }
}
