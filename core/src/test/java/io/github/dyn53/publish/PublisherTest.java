package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.memory.InMemoryHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublisherTest {

  private static final Instant DEADLINE = START.plusMillis(7_500);
  private static final Publication PUBLISHED = new Publication.Published();

  private final TestBed bed = new TestBed();

  @Test
  void confirmsWithoutBatchWhatLeavesNothingInTheZone() {
    Host added = wishing(HOME, HostSamples.IPV4_ONLY);
    Host cleared = leased(added.wanting(Addresses.NONE, START));

    assertThat(publish(cleared)).isEqualTo(Map.of(HOME, PUBLISHED));

    assertThat(bed.journal().take()).containsExactly("find", "save");
    assertThat(bed.host(HOME).isSettled()).isTrue();
  }

  @Test
  void publishesOtherSettingsOfHost() {
    publish(wishing(HOME, HostSamples.IPV4_ONLY));
    publish(leased(bed.host(HOME).with(settings(new Ttl(300), true), START)));
    assertThat(bed.records("*.home.example.com", RecordType.A)).containsExactly("9.1.2.3");

    Host plain = leased(bed.host(HOME).with(settings(new Ttl(300), false), START));
    bed.journal().take();
    publish(plain);

    assertThat(bed.journal().take()).containsExactly("find", "change", "save");
    assertThat(bed.records("*.home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void publishesNewerWishThatWasDepositedMeanwhile() {
    Host mine = wishing(HOME, HostSamples.addresses("9.1.1.1"));
    bed.journal()
        .before(
            "change",
            () -> {
              Host theirs = mine.wanting(HostSamples.addresses("9.9.9.9"), START);
              bed.save(theirs);
            });

    assertThat(publish(mine)).isEqualTo(Map.of(HOME, PUBLISHED));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.9.9.9");
    assertThat(bed.host(HOME).isSettled()).isTrue();
  }

  @Test
  void publishesOnceWhereTheSameWishWasConfirmedMeanwhile() {
    Host mine = wishing(HOME, HostSamples.addresses("9.1.1.1"));
    bed.journal().after("change", () -> bed.save(mine.confirmed()));

    assertThat(publish(mine)).isEqualTo(Map.of(HOME, PUBLISHED));

    assertThat(bed.zones().changes()).isEqualTo(1);
    assertThat(bed.host(HOME)).isEqualTo(mine.confirmed());
  }

  @Test
  void givesUpWhereOtherWritersComeFirstAgainAndAgain() {
    Host mine = wishing(HOME, HostSamples.addresses("9.1.1.1"));
    for (int call = 0; call < 40; call++) {
      bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);
    }

    assertThat(publish(mine).get(HOME)).isInstanceOf(Publication.HandedOver.class);

    assertThat(bed.zones().changes()).isEqualTo(10);
    assertThat(bed.host(HOME).isSettled()).isFalse();
  }

  @Test
  void takesAwayWhatItPublishedWhereTheNewerWishIsNone() {
    Host mine = wishing(HOME, HostSamples.addresses("9.1.1.1"));
    bed.journal()
        .before(
            "change",
            () -> {
              bed.save(mine.wanting(Addresses.NONE, START));
            });

    publish(mine);

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.host(HOME).isSettled()).isTrue();
  }

  @Test
  void stopsWhereHostIsRemovedMeanwhile() {
    Host mine = wishing(HOME, HostSamples.IPV4_ONLY);
    Host last = mine.wanting(Addresses.NONE, START);
    var change = Change.of(ChangeKind.REMOVED, mine, last, Actor.OWNER, START);
    bed.journal().after("change", () -> bed.hosts().remove(HostSave.recorded(last, change)));

    publish(mine);

    assertThat(bed.journal().take()).containsExactly("change", "save", "read");
    assertThat(bed.hosts().read(List.of(HOME)).hosts()).isEmpty();
  }

  @Test
  void leavesHostPendingWhereItCanNotReadWhoCameFirst() {
    Host mine = wishing(HOME, HostSamples.IPV4_ONLY);
    bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);
    bed.hosts().failNext(InMemoryHosts.Fault.NOT_DONE);

    publish(mine);

    assertThat(bed.journal().take()).containsExactly("change", "save", "read");
    assertThat(bed.host(HOME).isSettled()).isFalse();
  }

  @Test
  void leavesHostThatIsSpoiltMeanwhile() {
    Host mine = wishing(HOME, HostSamples.IPV4_ONLY);
    bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);
    bed.hosts().spoil(HOME, "no TTL");

    assertThat(publish(mine).get(HOME))
        .isEqualTo(new Publication.HandedOver("home.example.com can't be read: no TTL"));

    assertThat(bed.journal().take()).containsExactly("change", "save", "read");
  }

  @Test
  void startsNoBatchThatLeavesNoTimeForTheConfirm() {
    Host mine = wishing(HOME, HostSamples.IPV4_ONLY);
    bed.clock().advance(Duration.ofMillis(5_500));

    assertThat(publish(mine).get(HOME)).isInstanceOf(Publication.HandedOver.class);
    assertThat(bed.journal().take()).containsExactly("save");
    assertThat(bed.host(HOME).isFree(bed.clock().instant())).isTrue();
  }

  @Test
  void stopsLookingUpWhenHalfOfTheTimeForOneZoneIsOver() {
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      var hostname = new Hostname("h" + i + ".example.com");
      bed.add(hostname, HostSettings.in(TestBed.ZONE));
      Host wished = wishing(hostname, HostSamples.IPV4_ONLY);
      hosts.add(leased(wished.wanting(Addresses.NONE, START)));
      bed.journal().before("page", () -> bed.clock().advance(Duration.ofSeconds(1)));
    }

    Map<Hostname, Publication> publications = bed.publisher().publish(hosts, DEADLINE);

    // The first two had nothing to take away.
    assertThat(publications.values()).filteredOn(PUBLISHED::equals).hasSize(2);
    assertThat(publications.values())
        .filteredOn(Publication.HandedOver.class::isInstance)
        .hasSize(18);
    assertThat(bed.journal().take()).containsExactly("page", "page", "save");
  }

  private Host wishing(Hostname hostname, Addresses addresses) {
    return leased(bed.host(hostname).wanting(addresses, START));
  }

  private Host leased(Host host) {
    Host leased = host.leased(HostSamples.leaseFrom(START));
    bed.save(leased);
    return leased;
  }

  private Map<Hostname, Publication> publish(Host host) {
    return bed.publisher().publish(List.of(host), DEADLINE);
  }

  private static HostSettings settings(Ttl ttl, boolean wildcard) {
    return new HostSettings(
        TestBed.ZONE,
        ttl,
        Set.of(Family.values()),
        wildcard,
        SpecialAddresses.REFUSE,
        false,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }
}
