package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.cloud.FaultyDynamoDb.Fault;
import io.github.dyn53.emulator.cloud.FaultyDynamoDb.Step;
import io.github.dyn53.emulator.route53.BatchErrorForm;
import io.github.dyn53.emulator.route53.Route53Settings;
import io.github.dyn53.functions.AwsClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong behind an update: its client is answered in time, DNS holds the old addresses
 * or the wanted ones and no mixture, the wish stands in the history once, and somebody mends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsEndToEndTest {

  private static final String OLD = "9.1.2.3,2600:1::3";
  private static final String WANTED = "9.1.2.4,2600:1::4";
  private static final Reply GOOD = new Reply(200, "good " + WANTED + "\n");
  private static final List<String> OLD_ANSWERS =
      List.of("9.1.2.3", "2600:1:0:0:0:0:0:3", "9.1.2.3", "2600:1:0:0:0:0:0:3");
  private static final List<String> WANTED_ANSWERS =
      List.of("9.1.2.4", "2600:1:0:0:0:0:0:4", "9.1.2.4", "2600:1:0:0:0:0:0:4");

  private final FaultyCloud cloud;
  private String hostname = "";

  FaultsEndToEndTest(@TempDir Path folder) {
    cloud = new FaultyCloud(folder, Route53Settings.standard());
  }

  @BeforeAll
  void warmUp() {
    updateAtOldAddress();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @BeforeEach
  void updateAtOldAddress() {
    hostname = cloud.functions().addHost("\"wildcard\": true");
    assertThat(cloud.update(hostname, OLD).word()).isEqualTo("good");
    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
  }

  @AfterEach
  void mend() {
    cloud.mend();
    cloud.endStorm();
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
  @ValueSource(strings = {"lost-answer", "latency 3500"})
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

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          READ, NOT_DONE
          READ, THROTTLED
          READ, SILENT
          WISH, NOT_DONE
          WISH, THROTTLED
          WISH, SILENT
          """)
  void changesNothingWhereWishIsNotWritten(Step step, Fault fault) {
    var before = cloud.host(hostname);
    cloud.dynamoDb().fail(step, fault);

    assertThat(updateInTime()).isEqualTo(new Reply(503, "911\n"));

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertThat(cloud.host(hostname)).isEqualTo(before);
    assertThat(cloud.wishes(hostname)).hasSize(1);
    assertMendedByAskingAgain();
  }

  @Test
  void keepsWishWhoseAnswerWasLost() {
    cloud.dynamoDb().fail(Step.WISH, Fault.ANSWER_LOST);

    assertThat(updateInTime()).isEqualTo(new Reply(503, "911\n"));

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertPendingWish();
    assertMendedBySweep();
  }

  /** DNS is right, so the client is told so; the sweep notes it. */
  @ParameterizedTest
  @EnumSource(names = {"NOT_DONE", "THROTTLED", "SILENT"})
  void answersGoodWithoutConfirm(Fault fault) {
    cloud.dynamoDb().fail(Step.CONFIRM, fault);

    assertThat(updateInTime().word()).isEqualTo("good");

    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    assertPendingWish();
    assertMendedBySweep();
  }

  @ParameterizedTest
  @CsvSource({
    "READ, DONE_TWICE",
    "WISH, DONE_TWICE",
    "CONFIRM, DONE_TWICE",
    "CONFIRM, ANSWER_LOST"
  })
  void needsNoMendingWhereEverythingWasDone(Step step, Fault fault) {
    cloud.dynamoDb().fail(step, fault);

    assertThat(updateInTime().word()).isEqualTo("good");

    cloud.mend();
    assertSettled();
  }

  @Test
  void answersInTimeWhereEverythingIsSlow() {
    cloud.dynamoDb().fail(Step.READ, Fault.SLOW);
    cloud.dynamoDb().fail(Step.WISH, Fault.SLOW);
    cloud.dynamoDb().fail(Step.CONFIRM, Fault.SILENT);
    cloud.failChanges("latency 1300");

    assertThat(updateInTime().word()).isEqualTo("good");

    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    assertMendedBySweep();
  }

  private Reply updateInTime() {
    Instant start = Instant.now();
    Reply reply = cloud.update(hostname, WANTED);
    assertThat(Duration.between(start, Instant.now())).isLessThan(HttpUpdates.PATIENCE);
    return reply;
  }

  private void assertPendingWish() {
    assertThat(cloud.host(hostname).pending()).isPresent();
    assertThat(cloud.host(hostname).wanted()).isEqualTo(cloud.wishes(hostname).getFirst().to());
    assertThat(cloud.wishes(hostname)).hasSize(2);
  }

  private void assertMendedByPublisher() {
    cloud.mend();
    assertThat(cloud.functions().publish(hostname).required("batchItemFailures")).isEmpty();
    assertSettled();
  }

  private void assertMendedBySweep() {
    cloud.mend();
    cloud.functions().sweep();
    assertSettled();
  }

  private void assertMendedByAskingAgain() {
    cloud.mend();
    assertThat(cloud.update(hostname, WANTED)).isEqualTo(GOOD);
    assertSettled();
  }

  private void assertSettled() {
    assertThat(cloud.update(hostname, WANTED)).isEqualTo(new Reply(200, "nochg " + WANTED + "\n"));
    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    var host = cloud.host(hostname);
    assertThat(host.isSettled()).isTrue();
    assertThat(host.published()).isEqualTo(host.wanted());
    assertThat(cloud.wishes(hostname)).hasSize(2);
  }
}
