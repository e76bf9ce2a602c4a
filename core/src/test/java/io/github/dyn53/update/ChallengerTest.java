package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.TxtValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TxtValue VALUE = new TxtValue("value");

  private final TestBed bed = new TestBed();

  /** How long a change takes to reach all name servers. */
  private Duration propagation = Duration.ofMillis(2_500);

  /** What other processes do while this one waits. */
  private Runnable elsewhere = () -> {};

  private final Challenger challenger = challenger();

  @BeforeEach
  void grantChallenges() {
    bed.grant(Set.of(RecordType.TXT));
  }

  @Test
  void waitsUntilAllNameServersHaveChallenge() {
    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(true, true));

    assertThat(waited()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void saysSoWhereNameServersTakeTooLong() {
    propagation = Duration.ofMinutes(1);

    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false, true));

    assertThat(waited()).isLessThan(PATIENCE).isGreaterThan(PATIENCE.minusSeconds(3));
  }

  /** Nobody is about to look for what has gone. */
  @Test
  void waitsForNothingThatIsTakenAway() {
    change(new ChallengeChange.Add(VALUE));
    Duration before = waited();
    propagation = Duration.ofMinutes(1);

    assertThat(change(new ChallengeChange.Remove(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false, true));
    assertThat(change(new ChallengeChange.Clear()))
        .isEqualTo(new ChallengeOutcome.Done(false, false));

    assertThat(waited()).isEqualTo(before);
    assertThat(bed.records("_acme-challenge.home.example.com", RecordType.TXT)).isEmpty();
  }

  /**
   * In a storm the publisher sends the change: that this process has none under way says nothing.
   */
  @Test
  void knowsNothingOfWhatThePublisherHasSent() {
    propagation = Duration.ZERO;
    bed.storms().declare(TestBed.START.plus(Duration.ofMinutes(5)));
    elsewhere = () -> bed.backlog().publish(Set.of(HOME), bed.clock().instant().plusSeconds(10));

    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false, true));

    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(waited()).isLessThan(PATIENCE).isGreaterThan(PATIENCE.minusSeconds(3));
  }

  /** What another process publishes late is late at the name servers as well. */
  @Test
  void countsFromWhenThePublisherCanHaveSentIt() {
    propagation = Duration.ZERO;
    bed.storms().declare(TestBed.START.plus(Duration.ofMinutes(5)));
    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isInstanceOf(ChallengeOutcome.Unavailable.class);
    bed.clock().advance(Duration.ofMinutes(2));
    elsewhere = () -> bed.backlog().publish(Set.of(HOME), bed.clock().instant().plusSeconds(10));

    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false, true));
  }

  @ParameterizedTest
  @CsvSource({"0, false, 19", "30, false, 19", "45, true, 15", "60, true, 0"})
  void goesByTheAgeOfWhatAnotherProcessHasSent(int age, boolean inSync, int seconds) {
    propagation = Duration.ZERO;
    change(new ChallengeChange.Add(VALUE));
    bed.clock().advance(Duration.ofSeconds(age));
    Duration before = waited();

    assertThat(change(challenger(), new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(inSync, false));

    assertThat(waited().minus(before)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void remembersWhatItHasSentItself() {
    change(new ChallengeChange.Add(VALUE));
    Duration before = waited();

    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(true, false));

    assertThat(waited()).isEqualTo(before);
  }

  /** The same value once more is another challenge: somebody else may have sent that one. */
  @Test
  void remembersNothingOfWhatWasTakenAwayMeanwhile() {
    propagation = Duration.ZERO;
    change(new ChallengeChange.Add(VALUE));
    change(new ChallengeChange.Remove(VALUE));
    bed.clock().advance(Duration.ofSeconds(1));
    change(challenger(), new ChallengeChange.Add(VALUE));

    assertThat(change(new ChallengeChange.Add(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false, false));
  }

  private Challenger challenger() {
    return new Challenger(bed.updater(), this::isInSync, this::sleep, bed.clock(), PATIENCE);
  }

  private void sleep(Duration pause) {
    bed.clock().advance(pause);
    elsewhere.run();
  }

  private boolean isInSync(Duration timeLimit) {
    return !bed.clock().instant().isBefore(TestBed.START.plus(propagation));
  }

  private ChallengeOutcome change(ChallengeChange change) {
    return change(challenger, change);
  }

  private static ChallengeOutcome change(Challenger challenger, ChallengeChange change) {
    var source = IpAddress.parse("9.8.7.6").orElseThrow();
    return challenger.change(new Challenger.Client(TestBed.SECRET, source, ""), HOME, change);
  }

  private Duration waited() {
    Instant now = bed.clock().instant();
    return Duration.between(TestBed.START, now);
  }
}
