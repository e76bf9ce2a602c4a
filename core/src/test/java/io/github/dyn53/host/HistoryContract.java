package io.github.dyn53.host;

import static io.github.dyn53.host.HostSamples.BOTH;
import static io.github.dyn53.host.HostSamples.IPV4_ONLY;
import static io.github.dyn53.host.HostSamples.NOW;
import static io.github.dyn53.host.HostSamples.bare;
import static io.github.dyn53.host.HostSamples.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link History} keeps to, together with its {@link Hosts}. */
public abstract class HistoryContract {

  private final Hostname hostname = FreshNames.hostname();

  /** The hosts whose history is under test; the same ones at each call. */
  protected abstract Hosts hosts();

  /** The history under test; the same one at each call. */
  protected abstract History history();

  @Test
  void isEmptyForHostThatNothingHappenedTo() {
    saved(HostSave.silent(bare(hostname)));

    assertThat(history().recent(hostname, 10)).isEmpty();
    assertThat(history().recent(FreshNames.hostname(), 10)).isEmpty();
  }

  @Test
  void tellsNewestFirstUpToLimit() {
    List<Change> changes = fiveChanges(1000);

    assertThat(history().recent(hostname, 10)).isEqualTo(changes.reversed());
    assertThat(history().recent(hostname, 5)).hasSize(5);
    assertThat(history().recent(hostname, 2)).isEqualTo(changes.reversed().subList(0, 2));
    assertThat(history().recent(hostname, 1)).containsExactly(changes.get(4));
  }

  /** Two writers may have read the clock at once; the version tells who came later. */
  @Test
  void keepsChangesOfOneInstantApart() {
    List<Change> changes = fiveChanges(0);

    assertThat(history().recent(hostname, 10)).isEqualTo(changes.reversed());
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryFieldOfChange(ChangeKind kind) {
    Host host = bare(hostname);
    var actor = new Actor("Büro \"1\"", "inadyn/2.10 \\ https://example.com", "2600::1");
    var change =
        new Change(hostname, NOW, 1, kind, BOTH, IPV4_ONLY, actor, "carrier-grade-nat: no, ü");
    saved(HostSave.recorded(host, change));

    assertThat(history().recent(hostname, 10)).containsExactly(change);
  }

  @Test
  void keepsChangeWithoutAddressesClientOrNote() {
    Host host = bare(hostname);
    Change change = Change.of(ChangeKind.ADDED, host, host, Actor.OWNER, NOW);
    saved(HostSave.recorded(host, change));

    assertThat(history().recent(hostname, 10)).containsExactly(change);
    assertThat(change.to()).isEqualTo(Addresses.NONE);
  }

  @Test
  void keepsHistoriesOfHostsApart() {
    var wildcard = new Hostname("*." + hostname);
    Host plain = bare(hostname);
    Host starred = bare(wildcard);
    saved(HostSave.recorded(plain, change(plain, NOW)));
    saved(HostSave.recorded(starred, change(starred, NOW)));

    assertThat(history().recent(hostname, 10)).containsExactly(change(plain, NOW));
    assertThat(history().recent(wildcard, 10)).containsExactly(change(starred, NOW));
  }

  @Test
  void tellsNothingOfSaveThatLostTheRace() {
    saved(HostSave.silent(bare(hostname)));
    Host late = bare(hostname);

    assertThat(hosts().save(List.of(HostSave.recorded(late, change(late, NOW))))).isFalse();
    assertThat(history().recent(hostname, 10)).isEmpty();
  }

  @Test
  void outlivesItsHost() {
    Host first = bare(hostname);
    Host last = first.seen(NOW.plusSeconds(1));
    saved(HostSave.recorded(first, change(first, NOW)));
    Change removed =
        Change.of(ChangeKind.REMOVED, first, last, Actor.OWNER, NOW.plusSeconds(1)).noting("bye");

    assertThat(hosts().remove(HostSave.recorded(last, removed))).isTrue();

    assertThat(history().recent(hostname, 10)).containsExactly(removed, change(first, NOW));
  }

  private List<Change> fiveChanges(long millisBetween) {
    List<Change> changes = new ArrayList<>();
    Host host = bare(hostname);
    for (int i = 0; i < 5; i++) {
      Instant at = NOW.plusMillis(i * millisBetween);
      changes.add(change(host, at));
      saved(HostSave.recorded(host, change(host, at)));
      host = host.seen(at);
    }
    return changes;
  }

  private void saved(HostSave save) {
    assertThat(hosts().save(List.of(save))).isTrue();
  }
}
