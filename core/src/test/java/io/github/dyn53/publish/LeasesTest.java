package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Lease;
import io.github.dyn53.memory.InMemoryHosts.Fault;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeasesTest {

  private static final Hostname STRANGER = new Hostname("stranger.example.com");

  private final TestBed bed = new TestBed();
  private final SplittableRandom random = new SplittableRandom(53);
  private final Leases leases = new Leases(bed.hosts(), bed.clock()::advance, bed.clock(), random);

  @Test
  void takesWhatWasHandedOver() {
    handedOver(START);

    assertThat(leases.take(List.of(HOME))).isEmpty();

    assertThat(leases.taken()).containsExactly(bed.host(HOME));
    assertThat(bed.host(HOME).lease()).map(Lease::until).contains(START.plus(Lease.LASTS));
    assertThat(bed.host(HOME).pending().orElseThrow().handedOver()).isEmpty();
  }

  @Test
  void passesOverWhomNobodyHasToPublish() {
    assertThat(leases.take(List.of(HOME, STRANGER))).isEmpty();

    assertThat(leases.taken()).isEmpty();
    assertThat(bed.host(HOME).version()).isEqualTo(1);
  }

  @Test
  void leavesLiveLeaseToItsHolder() {
    Host held = leased();
    bed.clock().advance(Lease.LASTS.minusMillis(1));

    assertThat(leases.take(List.of(HOME))).isEmpty();

    assertThat(leases.taken()).isEmpty();
    assertThat(bed.host(HOME)).isEqualTo(held);
  }

  @Test
  void takesOverFromHolderWhoDidNotComeBack() {
    leased();
    bed.clock().advance(Lease.LASTS);

    assertThat(leases.take(List.of(HOME))).isEmpty();

    assertThat(leases.taken()).hasSize(1);
  }

  /** The change of the one before may still be on its way, and would come last. */
  @Test
  void waitsUntilTheLastChangeMustHaveArrived() {
    handedOver(START.plusSeconds(5));

    leases.take(List.of(HOME));

    assertThat(bed.clock().instant()).isEqualTo(START.plusSeconds(5));
    assertThat(leases.taken().getFirst().lease().orElseThrow().until())
        .isEqualTo(START.plusSeconds(5).plus(Lease.LASTS));
  }

  @ParameterizedTest
  @EnumSource(names = {"RACE_LOST", "ANSWER_LOST", "DONE_TWICE"})
  void looksAgainWhereTheSaveIsInDoubt(Fault fault) {
    handedOver(START);
    bed.hosts().failNext(Fault.NONE);
    bed.hosts().failNext(fault);

    assertThat(leases.take(List.of(HOME))).isEmpty();

    assertThat(leases.taken()).containsExactly(bed.host(HOME));
  }

  @Test
  void leavesToTheHolderWhatAnotherWriterTookFirst() {
    Host waiting = handedOver(START);
    Host theirs = waiting.taken(new Lease(1, START.plusSeconds(20)));
    var racing =
        new Leases(bed.hosts(), pause -> bed.save(theirs), () -> START.minusSeconds(1), random);

    assertThat(racing.take(List.of(HOME))).isEmpty();

    assertThat(racing.taken()).isEmpty();
    assertThat(bed.host(HOME)).isEqualTo(theirs);
  }

  @Test
  void returnsWhomItCouldNotRead() {
    handedOver(START);
    bed.hosts().failNext(Fault.NOT_DONE);

    assertThat(leases.take(List.of(HOME, STRANGER))).containsExactlyInAnyOrder(HOME, STRANGER);
    assertThat(leases.taken()).isEmpty();
  }

  @Test
  void returnsWhomItCouldNotSaveAgainAndAgain() {
    handedOver(START);
    for (int tries = 0; tries < 5; tries++) {
      bed.hosts().failNext(Fault.NONE);
      bed.hosts().failNext(Fault.NOT_DONE);
    }

    assertThat(leases.take(List.of(HOME))).containsExactly(HOME);
    assertThat(bed.host(HOME).isFree(START)).isTrue();
  }

  @Test
  void readsNoMoreAtOnceThanOneReadTakes() {
    List<Hostname> names =
        IntStream.range(0, 250).mapToObj(i -> new Hostname("h" + i + ".example.com")).toList();
    for (Hostname name : names) {
      Host host = bed.add(name, HostSettings.in(TestBed.ZONE));
      bed.save(host.wanting(HostSamples.IPV4_ONLY, START).handedOver(START));
    }
    int calls = bed.hosts().calls();

    assertThat(leases.take(names)).isEmpty();

    assertThat(leases.taken()).hasSize(250);
    assertThat(bed.hosts().calls() - calls).isEqualTo(3 + 5);
  }

  private Host handedOver(Instant from) {
    Host host = bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).handedOver(from);
    bed.save(host);
    return host;
  }

  private Host leased() {
    Host host =
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START));
    bed.save(host);
    return host;
  }
}
