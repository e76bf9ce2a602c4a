package io.github.dyn53.update;

import static io.github.dyn53.host.HostSamples.NOW;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenSamples;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Snapshots} keeps to. */
public abstract class SnapshotsContract {

  /** The snapshots under test; the same ones at each call. */
  protected abstract Snapshots snapshots();

  /** The tokens they look at. */
  protected abstract Tokens tokens();

  /** The hosts they look at. */
  protected abstract Hosts hosts();

  /** Makes a stored host unreadable. */
  protected abstract void spoil(Hostname hostname);

  @Test
  void findsTokenAndHostsThatExist() {
    Token token = put(TokenSamples.full());
    Host full = saved(HostSamples.full(FreshNames.hostname()));
    Host bare = saved(HostSamples.bare(new Hostname("*." + full.hostname())));

    Snapshot snapshot =
        snapshots()
            .read(token.hash(), List.of(bare.hostname(), FreshNames.hostname(), full.hostname()));

    assertThat(snapshot)
        .isEqualTo(new Snapshot(Optional.of(token), found(full, bare), Optional.empty()));
  }

  /** Whether hosts are found where the token is not is left open: nobody asks. */
  @Test
  void findsNoTokenWhereThereIsNone() {
    Host host = saved(HostSamples.bare(FreshNames.hostname()));

    assertThat(snapshots().read(FreshNames.tokenHash(), List.of(host.hostname())).token())
        .isEmpty();
  }

  @Test
  void findsTokenWithoutHosts() {
    Token token = put(TokenSamples.bare());

    assertThat(snapshots().read(token.hash(), List.of()))
        .isEqualTo(new Snapshot(Optional.of(token), FoundHosts.NONE, Optional.empty()));
    assertThat(snapshots().read(token.hash(), List.of(FreshNames.hostname())))
        .isEqualTo(new Snapshot(Optional.of(token), FoundHosts.NONE, Optional.empty()));
  }

  @Test
  void findsTokenAndOthersBesideHostThatIsSpoilt() {
    Token token = put(TokenSamples.bare());
    Host whole = saved(HostSamples.bare(FreshNames.hostname()));
    Host spoilt = saved(HostSamples.bare(FreshNames.hostname()));
    spoil(spoilt.hostname());

    Snapshot snapshot =
        snapshots().read(token.hash(), List.of(spoilt.hostname(), whole.hostname()));

    assertThat(snapshot.token()).contains(token);
    assertThat(snapshot.hosts()).isEqualTo(Map.of(whole.hostname(), whole));
    assertThat(snapshot.found().spoilt(spoilt.hostname())).isPresent();
  }

  @Test
  void findsAsManyHostsAsOneLookMayAskFor() {
    Token token = put(TokenSamples.full());
    List<Host> hosts =
        Stream.generate(() -> HostSamples.full(FreshNames.hostname()))
            .limit(Snapshots.MOST_HOSTS)
            .toList();
    hosts.forEach(this::saved);

    Snapshot snapshot = snapshots().read(token.hash(), hosts.stream().map(Host::hostname).toList());

    assertThat(snapshot.hosts().values()).containsExactlyInAnyOrderElementsOf(hosts);
    assertThat(snapshot.token()).contains(token);
  }

  @Test
  void seesWhatWasWrittenJustBefore() {
    Token token = put(TokenSamples.bare());
    Host first = saved(HostSamples.bare(FreshNames.hostname()));
    Host second = saved(first.wanting(HostSamples.BOTH, NOW));
    Token ending = put(token.endingBy(TokenSamples.FAR));

    assertThat(snapshots().read(token.hash(), List.of(first.hostname())))
        .isEqualTo(new Snapshot(Optional.of(ending), found(second), Optional.empty()));

    assertThat(hosts().remove(HostSave.silent(second.seen(NOW)))).isTrue();
    assertThat(snapshots().read(token.hash(), List.of(first.hostname())).hosts()).isEmpty();
    tokens().remove(token.hash());
    assertThat(snapshots().read(token.hash(), List.of(first.hostname())).token()).isEmpty();
  }

  private static FoundHosts found(Host... hosts) {
    return new FoundHosts(Stream.of(hosts).collect(toMap(Host::hostname, host -> host)), List.of());
  }

  private Token put(Token token) {
    tokens().put(token);
    return token;
  }

  private Host saved(Host host) {
    assertThat(hosts().save(List.of(HostSave.silent(host)))).isTrue();
    return host;
  }
}
