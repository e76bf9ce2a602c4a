package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.memory.InMemoryHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final TestBed bed = new TestBed();
  private final Sweep sweep = new Sweep(bed.hosts(), bed.backlog(), bed.clock());

  @Test
  void finishesWhatACrashLeftBehind() {
    bed.save(wish().leased(HostSamples.leaseFrom(START)));
    bed.clock().advance(Lease.LASTS);

    assertThat(run()).isEqualTo(new SweepReport(1, 0, Optional.empty(), 1, 0, 0, List.of()));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(run()).isEqualTo(new SweepReport(1, 0, Optional.empty(), 0, 0, 0, List.of()));
  }

  @Test
  void leavesWriterItsLease() {
    bed.save(wish().leased(HostSamples.leaseFrom(START)));
    bed.clock().advance(Lease.LASTS.minusMillis(1));

    assertThat(run()).isEqualTo(new SweepReport(1, 1, Optional.of(START), 0, 0, 0, List.of()));

    assertThat(bed.zones().changes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "59, 0", "60, 1", "3600, 1"})
  void leavesThePublisherAMinute(int seconds, int published) {
    bed.save(wish().handedOver(START));
    bed.clock().advance(Duration.ofSeconds(seconds));

    assertThat(run().published()).isEqualTo(published);
    assertThat(bed.zones().changes()).isEqualTo(published);
  }

  @Test
  void triesAgainWhatRoute53Refused() {
    Host leased = wish().leased(HostSamples.leaseFrom(START));
    bed.save(leased);
    bed.save(leased.refused("no such zone", START));

    assertThat(run().published()).isEqualTo(1);

    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).activity().lastFault()).isEmpty();
  }

  @Test
  void withdrawsSilentHost() {
    published(Optional.of(new Silence(DAY, SilencePolicy.WITHDRAW)));
    bed.clock().advance(DAY.plusSeconds(1));

    assertThat(run().silent()).isEqualTo(1);

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).wanted()).isEqualTo(Addresses.NONE);
    assertThat(bed.history(HOME).getFirst().kind()).isEqualTo(ChangeKind.SILENT);
    assertThat(run().silent()).isZero();
  }

  @Test
  void marksSilentHostOnceForEachSilence() {
    published(Optional.of(new Silence(DAY, SilencePolicy.MARK)));
    bed.clock().advance(DAY.plusSeconds(1));

    assertThat(run().silent()).isEqualTo(1);
    assertThat(run().silent()).isZero();

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.host(HOME).activity().lastFault().map(Fault::text))
        .contains("not updated since " + START);
    assertThat(bed.history(HOME)).hasSize(1);

    bed.save(bed.host(HOME).seen(bed.clock().instant()));
    assertThat(run().silent()).isZero();
    bed.clock().advance(DAY.plusSeconds(1));
    assertThat(run().silent()).isEqualTo(1);
  }

  /** Whoever takes a challenge of it away, or repairs its records, has not heard of the host. */
  @Test
  void keepsTheMarkOfHostWhoseChallengeIsPublished() {
    published(Optional.of(new Silence(DAY, SilencePolicy.MARK)));
    bed.clock().advance(DAY.plusSeconds(1));
    run();
    Instant now = bed.clock().instant();
    var challenge = new Challenge(new TxtValue("found"), now.plus(Challenge.LASTS));
    Host leased =
        bed.host(HOME)
            .challenging(List.of(challenge), now)
            .leased(Lease.draw(new SplittableRandom(1), now));
    bed.save(leased);

    bed.publisher().publish(List.of(leased), now.plusSeconds(7));

    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).activity().lastFault().map(Fault::text))
        .contains("not updated since " + START);
    assertThat(run().silent()).isZero();
    assertThat(bed.history(HOME)).hasSize(1);
  }

  @Test
  void leavesHostThatIsHeardOfInTime() {
    published(Optional.of(new Silence(DAY, SilencePolicy.WITHDRAW)));
    bed.clock().advance(DAY);

    assertThat(run().silent()).isZero();
  }

  @Test
  void leavesSilentHostWithoutALimit() {
    published(Optional.empty());
    bed.clock().advance(DAY.multipliedBy(1_000));

    assertThat(run()).isEqualTo(new SweepReport(1, 0, Optional.empty(), 0, 0, 0, List.of()));
  }

  /** The client came back between the look and the save. */
  @Test
  void withdrawsNothingWhereAnotherWriterCameFirst() {
    published(Optional.of(new Silence(DAY, SilencePolicy.WITHDRAW)));
    bed.clock().advance(DAY.plusSeconds(1));
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);

    run();

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void sweepsTheRestBesideHostThatIsSpoilt() {
    bed.save(wish().leased(HostSamples.leaseFrom(START)));
    var spoilt = new Hostname("spoilt.example.com");
    Host before = bed.add(spoilt, HostSettings.in(TestBed.ZONE));
    bed.hosts().spoil(spoilt, "no TTL");
    bed.clock().advance(Lease.LASTS);

    assertThat(run())
        .isEqualTo(
            new SweepReport(
                2,
                0,
                Optional.empty(),
                1,
                0,
                0,
                List.of(new SpoiltHost("spoilt.example.com", "no TTL"))));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    bed.hosts().mend(spoilt);
    assertThat(bed.host(spoilt)).isEqualTo(before);
  }

  @Test
  void failsWhereItCanNotListTheHosts() {
    bed.hosts().failNext(InMemoryHosts.Fault.NOT_DONE);

    assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(this::run);
  }

  private SweepReport run() {
    Instant deadline = bed.clock().instant().plusSeconds(60);
    return sweep.run(deadline);
  }

  private Host wish() {
    return bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START);
  }

  private void published(Optional<Silence> silence) {
    bed.settings(
        HOME,
        new HostSettings(
            TestBed.ZONE,
            Ttl.DEFAULT,
            Set.of(Family.values()),
            false,
            SpecialAddresses.REFUSE,
            false,
            silence,
            DriftPolicy.REPAIR,
            Optional.empty()));
    Host leased = wish().leased(HostSamples.leaseFrom(START));
    bed.save(leased);
    bed.publisher().publish(List.of(leased), START.plusSeconds(7));
  }
}
