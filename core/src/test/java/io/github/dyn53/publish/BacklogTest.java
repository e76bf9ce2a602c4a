package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {

  private static final Instant DEADLINE = START.plusSeconds(60);

  private final TestBed bed = new TestBed();

  @Test
  void publishesManyHostsInOneBatch() {
    List<Hostname> names = handedOver(500);

    assertThat(bed.backlog().publish(names, DEADLINE).left()).isEmpty();

    assertThat(bed.zones().changes()).isEqualTo(1);
    assertThat(names).allMatch(name -> bed.host(name).isSettled());
    assertThat(bed.records("h499.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void takesFiveHundredHostsAtOnce() {
    List<Hostname> names = handedOver(501);

    assertThat(bed.backlog().publish(names, DEADLINE).left()).isEmpty();

    assertThat(bed.zones().changes()).isEqualTo(2);
    assertThat(names).allMatch(name -> bed.host(name).isSettled());
  }

  @Test
  void publishesTheNewestWishOnceHoweverOftenItIsNamed() {
    Host first = bed.host(HOME).wanting(HostSamples.addresses("9.1.1.1"), START).handedOver(START);
    bed.save(first);
    bed.save(first.wanting(HostSamples.addresses("9.9.9.9"), START));

    assertThat(bed.backlog().publish(List.of(HOME, HOME, HOME), DEADLINE).left()).isEmpty();
    assertThat(bed.backlog().publish(List.of(HOME), DEADLINE).left()).isEmpty();

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.9.9.9");
    assertThat(bed.zones().changes()).isEqualTo(1);
  }

  @Test
  void leavesToOthersWhatTheyHold() {
    bed.save(
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START)));

    BacklogReport report = bed.backlog().publish(List.of(HOME), DEADLINE);

    assertThat(report).isEqualTo(new BacklogReport(Map.of(), Set.of(), List.of()));
    assertThat(bed.zones().changes()).isZero();
  }

  @Test
  void leavesAllWhereNoTimeIsLeft() {
    List<Hostname> names = handedOver(2);

    assertThat(bed.backlog().publish(names, START).left())
        .containsExactlyInAnyOrderElementsOf(names);

    assertThat(bed.zones().changes()).isZero();
    assertThat(names).allMatch(name -> bed.host(name).isFree(START));
  }

  @Test
  void leavesWhatItCanNotReadAndPublishesTheRest() {
    List<Hostname> names = handedOver(501);
    bed.hosts().failNext(InMemoryHosts.Fault.NOT_DONE);

    assertThat(bed.backlog().publish(names, DEADLINE).left())
        .containsExactlyInAnyOrderElementsOf(names.subList(0, 500));

    assertThat(bed.host(names.get(500)).isSettled()).isTrue();
  }

  @Test
  void publishesTheRestBesideHostThatIsSpoilt() {
    List<Hostname> names = handedOver(3);
    Hostname spoilt = names.get(1);
    Host before = bed.host(spoilt);
    bed.hosts().spoil(spoilt, "no TTL");

    BacklogReport report = bed.backlog().publish(names, DEADLINE);

    assertThat(report.publications()).containsOnlyKeys(names.get(0), names.get(2));
    assertThat(report.count(Publication.Published.class)).isEqualTo(2);
    assertThat(report.left()).isEmpty();
    assertThat(report.spoilt()).containsExactly(new SpoiltHost(spoilt.value(), "no TTL"));
    bed.hosts().mend(spoilt);
    assertThat(bed.host(spoilt)).isEqualTo(before);
  }

  @Test
  void handsBackWhatRoute53DoesNotTakeAndTellsWhy() {
    List<Hostname> names = handedOver(2);
    bed.zones().failNext(InMemoryZones.Fault.BUSY);

    BacklogReport report = bed.backlog().publish(names, DEADLINE);

    assertThat(report.left()).isEmpty();
    assertThat(report.count(Publication.HandedOver.class)).isEqualTo(2);
    assertThat(report.publications().values())
        .containsOnly(new Publication.HandedOver("told to be busy"));
    assertThat(names)
        .allMatch(name -> bed.host(name).pending().orElseThrow().handedOver().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10, 20, 60
          10, 31, 31
          9, 20, 20
          """)
  void prolongsTheStormWhileManyHostsWait(int hosts, int left, int afterwards) {
    bed.storms().declare(START.plusSeconds(left));

    bed.backlog().publish(handedOver(hosts), DEADLINE);

    assertThat(bed.storms().until()).contains(START.plusSeconds(afterwards));
  }

  @Test
  void declaresStormWhenManyHostsWait() {
    bed.backlog().publish(handedOver(10), DEADLINE);

    assertThat(bed.storms().until()).contains(START.plus(Duration.ofMinutes(1)));
  }

  @Test
  void declaresNoStormForAFewHosts() {
    bed.backlog().publish(handedOver(9), DEADLINE);

    assertThat(bed.storms().until()).isEmpty();
  }

  @Test
  void declaresStormWhenItIsThrottled() {
    bed.zones().failNext(InMemoryZones.Fault.THROTTLED);

    bed.backlog().publish(handedOver(1), DEADLINE);

    assertThat(bed.storms().until()).contains(START.plus(Duration.ofMinutes(1)));
  }

  private List<Hostname> handedOver(int count) {
    List<Hostname> names = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      var name = new Hostname("h" + number + ".example.com");
      Host host = bed.add(name, HostSettings.in(TestBed.ZONE));
      bed.save(host.wanting(HostSamples.IPV4_ONLY, START).handedOver(START));
      names.add(name);
    }
    return names;
  }
}
