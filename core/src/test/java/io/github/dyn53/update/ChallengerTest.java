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

class ChallengerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TxtValue VALUE = new TxtValue("value");

  private final TestBed bed = new TestBed();

  /** How long a change takes to reach all name servers. */
  private Duration propagation = Duration.ofMillis(2_500);

  private final Challenger challenger =
      new Challenger(bed.updater(), this::isInSync, bed.clock()::advance, bed.clock(), PATIENCE);

  @BeforeEach
  void grantChallenges() {
    bed.grant(Set.of(RecordType.TXT));
  }

  @Test
  void waitsUntilAllNameServersHaveChallenge() {
    assertThat(change(new ChallengeChange.Add(VALUE))).isEqualTo(new ChallengeOutcome.Done(true));

    assertThat(waited()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void saysSoWhereNameServersTakeTooLong() {
    propagation = Duration.ofMinutes(1);

    assertThat(change(new ChallengeChange.Add(VALUE))).isEqualTo(new ChallengeOutcome.Done(false));

    assertThat(waited()).isLessThan(PATIENCE).isGreaterThan(PATIENCE.minusSeconds(3));
  }

  /** Nobody is about to look for what has gone. */
  @Test
  void waitsForNothingThatIsTakenAway() {
    change(new ChallengeChange.Add(VALUE));
    Duration before = waited();
    propagation = Duration.ofMinutes(1);

    assertThat(change(new ChallengeChange.Remove(VALUE)))
        .isEqualTo(new ChallengeOutcome.Done(false));
    assertThat(change(new ChallengeChange.Clear())).isEqualTo(new ChallengeOutcome.Done(false));

    assertThat(waited()).isEqualTo(before);
    assertThat(bed.records("_acme-challenge.home.example.com", RecordType.TXT)).isEmpty();
  }

  private boolean isInSync(Duration timeLimit) {
    return !bed.clock().instant().isBefore(TestBed.START.plus(propagation));
  }

  private ChallengeOutcome change(ChallengeChange change) {
    var source = IpAddress.parse("9.8.7.6").orElseThrow();
    return challenger.change(new Challenger.Client(TestBed.SECRET, source, ""), HOME, change);
  }

  private Duration waited() {
    Instant now = bed.clock().instant();
    return Duration.between(TestBed.START, now);
  }
}
