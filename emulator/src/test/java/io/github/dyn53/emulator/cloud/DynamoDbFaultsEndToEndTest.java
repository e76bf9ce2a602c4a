package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DynamoDB does not do as it is asked, or nobody is told that it did. */
class DynamoDbFaultsEndToEndTest extends FaultsContract {

  private static final String READ = "BatchGetItem ";
  private static final String WISH = "TransactWriteItems ";
  private static final String CONFIRM = "UpdateItem ";

  /** It is taken, and never answered while anybody waits. */
  private static final String SILENCE = "latency milliseconds 600000";

  DynamoDbFaultsEndToEndTest(@TempDir Path folder) {
    super(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"throttle", "access-denied", "internal-error", "unavailable", "reset", SILENCE})
  void changesNothingWhereNothingIsRead(String fault) {
    assertNothingChanges(READ + fault);
  }

  @Test
  void changesNothingWhereWhatIsReadDoesNotArrive() {
    assertNothingChanges(READ + "lost-answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"throttle", "access-denied", "internal-error", "unavailable", "reset", SILENCE})
  void changesNothingWhereWishIsNotWritten(String fault) {
    assertNothingChanges(WISH + fault);
  }

  private void assertNothingChanges(String fault) {
    var before = cloud.host(hostname);
    cloud.failDatabase(fault);

    assertThat(updateInTime()).isEqualTo(new Reply(503, "911\n"));

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertThat(cloud.host(hostname)).isEqualTo(before);
    assertThat(cloud.wishes(hostname)).hasSize(1);
    assertMendedByAskingAgain();
  }

  @Test
  void keepsWishWhoseAnswerWasLost() {
    cloud.failDatabase(WISH + "lost-answer");

    assertThat(updateInTime()).isEqualTo(new Reply(503, "911\n"));

    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
    assertPendingWish();
    assertMendedBySweep();
  }

  /** DNS is right, so the client is told so; the sweep notes it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"throttle", "access-denied", "internal-error", "unavailable", "reset", SILENCE})
  void answersGoodWithoutConfirm(String fault) {
    cloud.failDatabase(CONFIRM + fault);

    assertThat(updateInTime().word()).isEqualTo("good");

    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    assertPendingWish();
    assertMendedBySweep();
  }

  /** The SDK asks again, and what was done is done twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        READ + "lost-answer times 1",
        WISH + "lost-answer times 1",
        CONFIRM + "lost-answer times 1",
        CONFIRM + "lost-answer"
      })
  void needsNoMendingWhereEverythingWasDone(String fault) {
    cloud.failDatabase(fault);

    assertThat(updateInTime().word()).isEqualTo("good");

    cloud.mend();
    assertSettled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"throttle", "internal-error", "unavailable", "reset"})
  void asksAgainWhatFailsOnce(String fault) {
    cloud.failDatabase(
        READ + fault + " times 1", WISH + fault + " times 1", CONFIRM + fault + " times 1");

    assertThat(updateInTime()).isEqualTo(GOOD);

    assertSettled();
  }

  @Test
  void answersInTimeWhereEverythingIsSlow() {
    cloud.failDatabase(
        READ + "latency milliseconds 1300", WISH + "latency milliseconds 1300", CONFIRM + SILENCE);
    cloud.failChanges("latency milliseconds 1300");

    assertThat(updateInTime().word()).isEqualTo("good");

    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    assertMendedBySweep();
  }

  /** Whoever was to publish a wish could not get at it: it is there for the next. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        READ + "access-denied",
        READ + "reset",
        CONFIRM + "throttle",
        CONFIRM + "access-denied",
        CONFIRM + "reset",
        CONFIRM + "lost-answer"
      })
  void publishesLaterWhatPublisherCouldNot(String fault) {
    cloud.failChanges("busy");
    assertThat(updateInTime()).isEqualTo(GOOD);
    cloud.mend();
    cloud.failDatabase(fault);

    var unused = cloud.functions().publish(hostname);

    assertThat(cloud.answers(hostname)).isIn(OLD_ANSWERS, WANTED_ANSWERS);
    assertMendedBySweep();
  }
}
