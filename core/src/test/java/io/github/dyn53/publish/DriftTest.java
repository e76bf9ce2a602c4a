package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.TestBed.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

  private static final Instant DEADLINE = START.plusSeconds(60);
  private static final RecordKey A = new RecordKey(HOME.name(), RecordType.A);
  private static final RecordKey AAAA = new RecordKey(HOME.name(), RecordType.AAAA);

  private final TestBed bed = new TestBed();
  private final Drift drift = drift(bed.zones());

  private Drift drift(Zones zones) {
    return new Drift(zones, bed.hosts(), bed.backlog(), bed.clock());
  }

  @Test
  void findsNothingWhereAllIsAsPublished() {
    published(DriftPolicy.REPAIR);
    Host before = bed.host(HOME);

    assertThat(drift.run(DEADLINE).drifted()).isEmpty();

    assertThat(bed.host(HOME)).isEqualTo(before);
  }

  @Test
  void repairsWhatSomebodyChangedOrTookAway() {
    published(DriftPolicy.REPAIR);
    put(new RecordSet(A, 300, List.of("9.6.6.6")));
    take(AAAA);

    assertThat(drift.run(DEADLINE).drifted()).containsExactly(HOME);

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600:1:2::3");
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.history(HOME).getFirst())
        .returns(ChangeKind.DRIFTED, change -> change.kind())
        .returns(
            "A home.example.com is 9.6.6.6 with TTL 300; AAAA home.example.com is missing",
            change -> change.note());
    assertThat(drift.run(DEADLINE).drifted()).isEmpty();
  }

  @Test
  void touchesOnlyTheRecordSetThatDiffers() {
    published(DriftPolicy.REPAIR);
    take(AAAA);
    var batches = new ScriptedZones();
    var publisher =
        new Publisher(batches, bed.hosts(), bed.storms(), bed.clock(), Duration.ofSeconds(3));
    var backlog =
        new Backlog(
            bed.hosts(),
            publisher,
            bed.storms(),
            bed.clock()::advance,
            bed.clock(),
            new SplittableRandom(1));

    new Drift(bed.zones(), bed.hosts(), backlog, bed.clock()).run(DEADLINE);

    assertThat(batches.batches())
        .containsExactly(
            List.of(new RecordChange.Upsert(new RecordSet(AAAA, 60, List.of("2600:1:2::3")))));
  }

  @Test
  void onlySaysSoOnceWhereTheHostIsNotToBeRepaired() {
    published(DriftPolicy.REPORT);
    put(new RecordSet(A, 60, List.of("9.6.6.6")));

    assertThat(drift.run(DEADLINE).drifted()).containsExactly(HOME);
    assertThat(drift.run(DEADLINE).drifted()).isEmpty();

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.6.6.6");
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).activity().lastDrift().map(Fault::text))
        .contains("A home.example.com is 9.6.6.6 with TTL 60");
    assertThat(bed.history(HOME)).hasSize(1);
  }

  /** The owner put it there, and dyn53 does not know where it leads. */
  @Test
  void leavesAliasInPlaceOfRecordSetAndSaysSoOnce() {
    published(DriftPolicy.REPAIR);
    bed.zones().putForeign(ZONE, A);

    assertThat(drift.run(DEADLINE).drifted()).containsExactly(HOME);
    assertThat(drift.run(DEADLINE).drifted()).isEmpty();

    assertThat(foreign()).containsExactly(A);
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).activity().lastDrift().map(Fault::text))
        .contains("A home.example.com is an alias or has a routing policy: dyn53 leaves it alone");
    assertThat(bed.history(HOME)).hasSize(1);
  }

  @Test
  void repairsWhatIsMissingBesideAlias() {
    published(DriftPolicy.REPAIR);
    bed.zones().putForeign(ZONE, A);
    take(AAAA);

    drift.run(DEADLINE);

    assertThat(foreign()).containsExactly(A);
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600:1:2::3");
    assertThat(bed.host(HOME).isSettled()).isTrue();
  }

  private Set<RecordKey> foreign() {
    return bed.zones().list(ZONE, Optional.empty(), Duration.ZERO).foreign();
  }

  @Test
  void neverTouchesWhatNobodyPublished() {
    published(DriftPolicy.REPAIR);
    var stranger = new RecordKey(new DnsName("www.example.com"), RecordType.A);
    var text = new RecordKey(HOME.name(), RecordType.TXT);
    put(new RecordSet(stranger, 60, List.of("9.6.6.6")));
    put(new RecordSet(text, 60, List.of("\"mine\"")));

    assertThat(drift.run(DEADLINE).drifted()).isEmpty();

    assertThat(bed.zones().find(ZONE, stranger, Duration.ZERO)).isPresent();
    assertThat(bed.zones().find(ZONE, text, Duration.ZERO)).isPresent();
  }

  @Test
  void leavesHostThatIsBeingPublished() {
    published(DriftPolicy.REPAIR);
    take(A);
    bed.save(
        bed.host(HOME)
            .wanting(HostSamples.addresses("9.9.9.9"), START)
            .leased(HostSamples.leaseFrom(START)));

    assertThat(drift.run(DEADLINE).drifted()).isEmpty();
    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
  }

  /** Somebody updated it while the zone was read: what differs is the new wish. */
  @Test
  void leavesHostThatAnotherWriterChangedMeanwhile() {
    published(DriftPolicy.REPAIR);
    take(A);
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);

    assertThat(drift.run(DEADLINE).drifted()).isEmpty();
    assertThat(bed.history(HOME)).isEmpty();
  }

  @Test
  void readsEveryPageOfTheZone() {
    published(DriftPolicy.REPAIR);
    IntStream.range(0, 10)
        .mapToObj(i -> new RecordKey(new DnsName("a" + i + ".example.com"), RecordType.A))
        .forEach(key -> put(new RecordSet(key, 60, List.of("9.6.6.6"))));

    assertThat(drift(new PagedZones(bed.zones(), 3)).run(DEADLINE).drifted()).isEmpty();
  }

  @Test
  void namesTheZoneThatCanNotBeRead() {
    published(DriftPolicy.REPAIR);
    bed.zones().failNext(InMemoryZones.Fault.THROTTLED);

    assertThat(drift.run(DEADLINE))
        .isEqualTo(new DriftReport(Set.of(), List.of(), Map.of(ZONE, "told to be throttled")));
  }

  /** Whichever of them comes first. */
  @ParameterizedTest
  @ValueSource(strings = {"ZAAA", "ZGONE", "ZZZZ", "Z1"})
  void repairsWhatIsInTheOtherZonesWhereOneIsGone(String gone) {
    published(DriftPolicy.REPAIR);
    take(A);
    var zone = new ZoneId(gone);
    bed.add(new Hostname("h.example.net"), HostSettings.in(zone));

    assertThat(drift.run(DEADLINE))
        .isEqualTo(new DriftReport(Set.of(HOME), List.of(), Map.of(zone, "no such zone: " + gone)));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.history(HOME)).hasSize(1);
  }

  /** Zones that list a few record sets at a time. */
  private record PagedZones(InMemoryZones zones, int most) implements Zones {
    @Override
    public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
      zones.change(zone, changes, timeLimit);
    }

    @Override
    public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
      return zones.find(zone, key, timeLimit);
    }

    @Override
    public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
      List<RecordSet> all =
          zones.list(zone, Optional.empty(), timeLimit).recordSets().stream()
              .sorted(Comparator.comparing(recordSet -> recordSet.key().text()))
              .toList();
      int start = from.map(page -> Integer.parseInt(page.name())).orElse(0);
      int end = Math.min(all.size(), start + most);
      return new ZonePage(
          all.subList(start, end),
          Set.of(),
          end < all.size()
              ? Optional.of(new ZonePage.Start(String.valueOf(end), "A"))
              : Optional.empty());
    }
  }

  private void put(RecordSet recordSet) {
    bed.zones().change(ZONE, List.of(new RecordChange.Upsert(recordSet)), Duration.ZERO);
  }

  private void take(RecordKey key) {
    RecordSet held = bed.zones().find(ZONE, key, Duration.ZERO).orElseThrow();
    bed.zones().change(ZONE, List.of(new RecordChange.Delete(held)), Duration.ZERO);
  }

  @Test
  void comparesTheRestBesideHostThatIsSpoilt() {
    published(DriftPolicy.REPAIR);
    RecordSet recordSet = bed.zones().find(ZONE, A, Duration.ZERO).orElseThrow();
    bed.zones().change(ZONE, List.of(new RecordChange.Delete(recordSet)), Duration.ZERO);
    var spoilt = new Hostname("spoilt.example.com");
    bed.add(spoilt, HostSettings.in(ZONE));
    bed.hosts().spoil(spoilt, "no TTL");

    assertThat(drift.run(DEADLINE))
        .isEqualTo(
            new DriftReport(
                Set.of(HOME), List.of(new SpoiltHost("spoilt.example.com", "no TTL")), Map.of()));

    assertThat(bed.zones().find(ZONE, A, Duration.ZERO)).contains(recordSet);
  }

  private void published(DriftPolicy policy) {
    bed.settings(
        HOME,
        new HostSettings(
            ZONE,
            Ttl.DEFAULT,
            Set.of(Family.values()),
            false,
            SpecialAddresses.REFUSE,
            false,
            Optional.empty(),
            policy,
            Optional.empty()));
    Host leased =
        bed.host(HOME).wanting(HostSamples.BOTH, START).leased(HostSamples.leaseFrom(START));
    bed.save(leased);
    bed.publisher().publish(List.of(leased), START.plusSeconds(7));
  }
}
