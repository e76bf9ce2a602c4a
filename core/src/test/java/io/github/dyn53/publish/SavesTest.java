package io.github.dyn53.publish;

import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.TestBed.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.memory.InMemoryHosts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavesTest {

  private final TestBed bed = new TestBed();

  @Test
  void savesAsManyAtOnceAsOneTransactionTakes() {
    List<Host> hosts = added(120);

    var saves = Saves.of(bed.hosts(), next(hosts));

    assertThat(hosts).allMatch(host -> saves.isDone(host.hostname()));
    assertThat(saves.lost()).isEmpty();
    assertThat(bed.hosts().calls()).isEqualTo(1 + 120 + 3);
    assertThat(bed.host(hosts.getLast().hostname()).version()).isEqualTo(2);
  }

  @Test
  void losesOnlyWhomAnotherWriterCameFirstFor() {
    List<Host> hosts = added(50);
    Host contested = hosts.get(17);
    bed.save(contested.seen(START));

    var saves = Saves.of(bed.hosts(), next(hosts));

    assertThat(saves.lost()).containsExactly(contested.hostname());
    assertThat(saves.isLost(contested.hostname())).isTrue();
    assertThat(saves.isDone(contested.hostname())).isFalse();
    assertThat(hosts)
        .filteredOn(host -> !host.equals(contested))
        .allMatch(host -> saves.isDone(host.hostname()));
  }

  @Test
  void knowsNeitherWhereTheAnswerWasLost() {
    List<Host> hosts = added(60);
    bed.hosts().failNext(InMemoryHosts.Fault.ANSWER_LOST);

    var saves = Saves.of(bed.hosts(), next(hosts));

    assertThat(hosts.subList(0, 50))
        .noneMatch(host -> saves.isDone(host.hostname()) || saves.isLost(host.hostname()));
    assertThat(hosts.subList(50, 60)).allMatch(host -> saves.isDone(host.hostname()));
  }

  @Test
  void makesNoCallForNothing() {
    int calls = bed.hosts().calls();

    Saves.of(bed.hosts(), List.of());

    assertThat(bed.hosts().calls()).isEqualTo(calls);
  }

  private List<Host> added(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Hostname("h" + number + ".example.com"))
        .map(name -> bed.add(name, HostSettings.in(ZONE)))
        .toList();
  }

  private static List<HostSave> next(List<Host> hosts) {
    return hosts.stream().map(host -> HostSave.silent(host.seen(START))).toList();
  }
}
