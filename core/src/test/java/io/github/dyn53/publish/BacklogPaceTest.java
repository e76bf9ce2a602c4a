package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.TestBed.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.publish.Pacer.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container of the publish function, which keeps its pace from one run to the next. */
class BacklogPaceTest {

  private static final Duration RUN = Duration.ofSeconds(50);
  private static final Duration MOST_PER_ZONE = Duration.ofSeconds(25);
  private static final Rate REQUESTS = new Rate(5, 20);
  private static final Rate CHANGES = new Rate(500, 1_000);

  private final TestBed bed = new TestBed();

  /**
   * Where the zone has other names in between, a page holds few of those that go: 4,500 of them
   * make it 17 pages.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 9})
  void withdrawsHundredsOfHostsInOneRunAndTheOthersWithThem(int strangersBetween) {
    var pacer = new Pacer(REQUESTS, CHANGES, bed.clock());
    List<Hostname> gone = names("gone", 500);
    List<Hostname> other = names("other", 20);
    gone.forEach(name -> withdraw(name, true));
    other.forEach(this::update);
    gone.forEach(name -> addStrangers(name, strangersBetween));

    backlog(pacer).publish(both(gone, other), deadline());

    assertThat(unsettled(both(gone, other))).isEmpty();
    assertThat(held(gone)).isEmpty();
    assertThat(held(other)).hasSize(20);
    assertThat(elapsed()).isLessThan(Duration.ofSeconds(20));
    assertNoDebt(pacer);
  }

  /**
   * What a zone does not hold takes a request each: 500 of them 100 s, of which runs use a half.
   */
  @Test
  void withdrawsHundredsOfHostsThatTheZoneDoesNotHoldInSomeRuns() {
    var pacer = new Pacer(REQUESTS, CHANGES, bed.clock());
    Backlog backlog = backlog(pacer);
    List<Hostname> gone = names("gone", 500);
    List<Hostname> other = names("other", 20);
    gone.forEach(name -> withdraw(name, false));
    other.forEach(this::update);

    backlog.publish(both(gone, other), deadline());
    assertThat(unsettled(other)).isEmpty();
    assertNoDebt(pacer);

    int runs = 1 + runsUntilSettled(backlog, pacer, gone);
    assertThat(runs).isEqualTo(8);
    assertThat(elapsed()).isLessThan(Duration.ofSeconds(100));
  }

  /** Two thousand changes, as Route 53 counts, at twenty a second. */
  @Test
  void publishesThousandHostsAtLowRateOfChanges() {
    var pacer = new Pacer(REQUESTS, new Rate(20, 40), bed.clock());
    List<Hostname> hosts = names("h", 1_000);
    hosts.forEach(this::update);

    int runs = runsUntilSettled(backlog(pacer), pacer, hosts);

    assertThat(held(hosts)).hasSize(1_000);
    assertThat(runs).isEqualTo(4);
    assertThat(elapsed()).isLessThan(Duration.ofSeconds(110));
  }

  private int runsUntilSettled(Backlog backlog, Pacer pacer, Collection<Hostname> hosts) {
    int runs = 0;
    for (List<Hostname> left = unsettled(hosts); !left.isEmpty(); left = unsettled(hosts)) {
      assertThat(++runs).as("%d are left", left.size()).isLessThan(20);
      backlog.publish(left, deadline());
      assertNoDebt(pacer);
    }
    return runs;
  }

  /** A run ends with what it took: the next one waits for a turn, and not for an old debt. */
  private static void assertNoDebt(Pacer pacer) {
    assertThat(pacer.reserve(0, Duration.ofMillis(201))).isPresent();
  }

  private Duration elapsed() {
    return Duration.between(START, bed.clock().instant());
  }

  private Instant deadline() {
    return bed.clock().instant().plus(RUN);
  }

  private Backlog backlog(Pacer pacer) {
    var paced = new PacedZones(bed.zones(), pacer, bed.clock()::advance, bed.clock());
    var publisher = new Publisher(paced, bed.hosts(), bed.storms(), bed.clock(), MOST_PER_ZONE);
    return new Backlog(
        bed.hosts(),
        publisher,
        bed.storms(),
        bed.clock()::advance,
        bed.clock(),
        new SplittableRandom(1));
  }

  private static List<Hostname> names(String label, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Hostname("%s%03d.example.com".formatted(label, number)))
        .toList();
  }

  private static List<Hostname> both(List<Hostname> first, List<Hostname> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private void update(Hostname hostname) {
    bed.save(
        bed.add(hostname, HostSettings.in(ZONE))
            .wanting(HostSamples.IPV4_ONLY, START)
            .handedOver(START));
  }

  private void withdraw(Hostname hostname, boolean isHeld) {
    Host wishing =
        bed.add(hostname, HostSettings.in(ZONE))
            .wanting(HostSamples.IPV4_ONLY, START)
            .leased(HostSamples.leaseFrom(START));
    bed.save(wishing);
    Host published = wishing.confirmed();
    bed.save(published);
    if (isHeld) {
      put(List.copyOf(published.wantedRecordSets().values()));
    }
    bed.save(published.wanting(Addresses.NONE, START).handedOver(START));
  }

  private void addStrangers(Hostname hostname, int count) {
    List<RecordSet> strangers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      var name = new Hostname("s" + number + "." + hostname.value());
      strangers.addAll(
          Host.added(name, HostSettings.in(ZONE))
              .wanting(HostSamples.IPV4_ONLY, START)
              .wantedRecordSets()
              .values());
    }
    put(strangers);
  }

  private void put(List<RecordSet> recordSets) {
    bed.zones()
        .change(
            ZONE,
            recordSets.stream().<RecordChange>map(RecordChange.Upsert::new).toList(),
            Duration.ZERO);
  }

  private List<Hostname> unsettled(Collection<Hostname> hosts) {
    return hosts.stream().filter(name -> !bed.host(name).isSettled()).toList();
  }

  private List<Hostname> held(Collection<Hostname> hosts) {
    return hosts.stream()
        .filter(name -> !bed.records(name.value(), RecordType.A).isEmpty())
        .toList();
  }
}
