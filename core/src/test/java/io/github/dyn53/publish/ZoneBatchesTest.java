package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.TestBed.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneRefusedException.Scope;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.ZoneUnavailableException.Reason;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZoneBatchesTest {

  private static final Attempt TAKEN = new Attempt.Taken();
  private static final Addresses LONG_ADDRESS =
      Addresses.NONE.with(IpAddress.parse("2600:1111:2222:3333:4444:5555:6666:7777").orElseThrow());

  private final ScriptedZones zones = new ScriptedZones();
  private Duration timeLeft = Duration.ofSeconds(10);

  @Test
  void putsFiveHundredUpsertsIntoOneBatchAndNoMore() {
    Map<Hostname, Attempt> attempts = publish(hosts(1_001, false, HostSamples.IPV4_ONLY));

    assertThat(zones.batches()).extracting(List::size).containsExactly(500, 500, 1);
    assertThat(attempts.values()).hasSize(1_001).containsOnly(TAKEN);
  }

  /** 39 characters, twice: 410 of them come to 31,980. */
  @Test
  void keepsBatchBelowThirtyTwoThousandCharacters() {
    publish(hosts(450, false, LONG_ADDRESS));

    assertThat(zones.batches()).extracting(List::size).containsExactly(410, 40);
  }

  /** Four upserts a host, two of them in the wildcard name: 125 hosts come to 1,000. */
  @Test
  void dividesNoHostBetweenTwoBatches() {
    publish(hosts(126, true, HostSamples.BOTH));
    assertThat(zones.batches()).extracting(List::size).containsExactly(500, 4);

    publish(hosts(334, false, HostSamples.BOTH));
    assertThat(zones.batches()).extracting(List::size).containsExactly(500, 4, 500, 168);
  }

  @Test
  void countsDeletionOnce() {
    List<Host> there = hosts(1_001, false, HostSamples.IPV4_ONLY);
    zones.hold(there.stream().flatMap(host -> host.wantedRecordSets().values().stream()).toList());
    List<Host> gone = there.stream().map(host -> host.wanting(Addresses.NONE, START)).toList();

    publish(gone);

    assertThat(zones.batches()).extracting(List::size).containsExactly(1_000, 1);
  }

  @Test
  void asksForNoBatchWhereThereIsNothingToTakeAway() {
    Host gone = hosts(1, false, HostSamples.IPV4_ONLY).getFirst().wanting(Addresses.NONE, START);

    assertThat(publish(List.of(gone)).values()).containsOnly(TAKEN);
    assertThat(zones.batches()).isEmpty();
  }

  @Test
  void splitsRefusedBatchUntilTheBadChangesStandAlone() {
    zones.refuse(
        change -> isOf(change, 3) || isOf(change, 300), refused(Scope.CHANGE, "bad value"));

    Map<Hostname, Attempt> attempts = publish(hosts(500, false, HostSamples.IPV4_ONLY));

    assertThat(attempts.get(name(3))).isEqualTo(new Attempt.Refused("bad value"));
    assertThat(attempts.get(name(300))).isEqualTo(new Attempt.Refused("bad value"));
    assertThat(attempts.values()).filteredOn(TAKEN::equals).hasSize(498);
    // Two ways down a tree of nine levels, with the other half at each.
    assertThat(zones.batches()).hasSizeLessThanOrEqualTo(1 + 2 * 2 * 9);
  }

  @Test
  void doesNotSplitWhereTheWholeZoneIsRefused() {
    zones.refuse(change -> true, refused(Scope.ZONE, "no such zone"));

    Map<Hostname, Attempt> attempts = publish(hosts(500, false, HostSamples.IPV4_ONLY));

    assertThat(zones.batches()).hasSize(1);
    assertThat(attempts.values()).containsOnly(new Attempt.Refused("no such zone")).hasSize(500);
  }

  @Test
  void doesNotSplitWhatMayWorkLater() {
    zones.failNext(new ZoneUnavailableException(Reason.THROTTLED, "throttled"));

    Map<Hostname, Attempt> attempts = publish(hosts(4, false, HostSamples.IPV4_ONLY));

    assertThat(zones.batches()).hasSize(1);
    assertThat(attempts.values())
        .containsOnly(new Attempt.Unavailable(Reason.THROTTLED, "throttled"))
        .hasSize(4);
  }

  @Test
  void publishesTheOthersWhereOneCanNotBeLookedUp() {
    Host gone = hosts(1, false, HostSamples.IPV4_ONLY).getFirst().wanting(Addresses.NONE, START);
    Host other = host("other", false, HostSamples.IPV4_ONLY);
    zones.failNext(new ZoneUnavailableException(Reason.UNKNOWN, "no answer"));

    assertThat(publish(List.of(gone, other)))
        .isEqualTo(
            Map.of(
                gone.hostname(),
                new Attempt.Unavailable(Reason.UNKNOWN, "no answer"),
                other.hostname(),
                TAKEN));
  }

  @Test
  void refusesAloneWhoseRecordSetIsOfAnotherKind() {
    Host gone = hosts(1, false, HostSamples.IPV4_ONLY).getFirst().wanting(Addresses.NONE, START);
    Host other = host("other", false, HostSamples.IPV4_ONLY);
    zones.failNext(refused(Scope.CHANGE, "an alias"));

    assertThat(publish(List.of(gone, other)))
        .containsEntry(gone.hostname(), new Attempt.Refused("an alias"))
        .containsEntry(other.hostname(), TAKEN);
  }

  @Test
  void asksForNothingWhenTheTimeIsOver() {
    timeLeft = Duration.ZERO;

    assertThat(publish(hosts(2, false, HostSamples.IPV4_ONLY)).values())
        .containsOnly(new Attempt.Unavailable(Reason.NO_TIME, "no time was left to publish"))
        .hasSize(2);
    assertThat(zones.batches()).isEmpty();
  }

  @Test
  void cutsBatchUntilItFitsIntoTheTimeThatIsLeft() {
    zones.refuse(
        change -> zones.batches().getLast().size() > 100,
        new ZoneUnavailableException(Reason.NO_TIME, "too late"));

    Map<Hostname, Attempt> attempts = publish(hosts(400, false, HostSamples.IPV4_ONLY));

    assertThat(zones.batches())
        .extracting(List::size)
        .containsExactly(400, 200, 100, 100, 200, 100, 100);
    assertThat(attempts.values()).hasSize(400).containsOnly(TAKEN);
  }

  @Test
  void handsTheRestBackOnceNotEvenOneHostFits() {
    zones.refuse(change -> true, new ZoneUnavailableException(Reason.NO_TIME, "too late"));

    assertThat(publish(hosts(500, false, HostSamples.IPV4_ONLY)).values())
        .hasSize(500)
        .containsOnly(new Attempt.Unavailable(Reason.NO_TIME, "too late"));
    assertThat(zones.batches()).hasSizeLessThan(10);
  }

  @Test
  void doesNotKeepUpsertsWaitingForLookUps() {
    List<Host> hosts = new ArrayList<>();
    hosts(10, false, HostSamples.IPV4_ONLY)
        .forEach(host -> hosts.add(host.wanting(Addresses.NONE, START)));
    Host other = host("other", false, HostSamples.IPV4_ONLY);
    hosts.add(other);
    zones.hold(List.of(recordSet(3)));

    assertThat(publish(hosts).values()).hasSize(11).containsOnly(TAKEN);

    assertThat(zones.batches())
        .containsExactly(
            other.wantedRecordSets().values().stream()
                .<RecordChange>map(RecordChange.Upsert::new)
                .toList(),
            List.of(new RecordChange.Delete(recordSet(3))));
  }

  @Test
  void refusesOfManyTheOneThatIsAnAlias() {
    List<Host> gone =
        hosts(10, false, HostSamples.IPV4_ONLY).stream()
            .map(host -> host.wanting(Addresses.NONE, START))
            .toList();
    zones.hold(List.of(recordSet(4)));
    zones.holdForeign(recordSet(3).key());

    Map<Hostname, Attempt> attempts = publish(gone);

    assertThat(attempts.get(name(3)))
        .isEqualTo(
            new Attempt.Refused(
                "A h3.example.com is an alias or has a routing policy: dyn53 leaves it alone"));
    assertThat(attempts.values()).filteredOn(TAKEN::equals).hasSize(9);
    assertThat(zones.batches()).containsExactly(List.of(new RecordChange.Delete(recordSet(4))));
  }

  private static RecordSet recordSet(int number) {
    return new RecordSet(new RecordKey(name(number).name(), RecordType.A), 60, List.of("9.1.2.3"));
  }

  private Map<Hostname, Attempt> publish(List<Host> hosts) {
    return new ZoneBatches(zones, ZONE, () -> timeLeft).publish(hosts);
  }

  private static ZoneRefusedException refused(Scope scope, String text) {
    return new ZoneRefusedException(scope, text);
  }

  private static boolean isOf(RecordChange change, int number) {
    return change.recordSet().key().name().equals(name(number).name());
  }

  private static List<Host> hosts(int count, boolean wildcard, Addresses addresses) {
    return IntStream.range(0, count)
        .mapToObj(number -> host("h" + number, wildcard, addresses))
        .toList();
  }

  private static Hostname name(int number) {
    return new Hostname("h" + number + ".example.com");
  }

  private static Host host(String label, boolean wildcard, Addresses addresses) {
    var settings =
        new HostSettings(
            ZONE,
            Ttl.DEFAULT,
            Set.of(Family.values()),
            wildcard,
            SpecialAddresses.REFUSE,
            false,
            Optional.empty(),
            DriftPolicy.REPAIR,
            Optional.empty());
    return Host.added(new Hostname(label + ".example.com"), settings)
        .wanting(addresses, START)
        .leased(HostSamples.leaseFrom(START));
  }
}
