package io.github.dyn53.host;

import static io.github.dyn53.host.HostSamples.BOTH;
import static io.github.dyn53.host.HostSamples.IPV4_ONLY;
import static io.github.dyn53.host.HostSamples.NOW;
import static io.github.dyn53.host.HostSamples.addresses;
import static io.github.dyn53.host.HostSamples.bare;
import static io.github.dyn53.host.HostSamples.change;
import static io.github.dyn53.host.HostSamples.full;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Hosts} keeps to. */
public abstract class HostsContract {

  private final Hostname hostname = FreshNames.hostname();

  /** The hosts under test; each call may make new ones. */
  protected abstract Hosts hosts();

  /** Makes a stored host unreadable, as a person with a keyboard does. */
  protected abstract void spoil(Hostname hostname);

  @Test
  void leavesOutHostsThatDoNotExist() {
    Hosts hosts = hosts();
    Host stored = saved(hosts, bare(hostname));

    assertThat(hosts.read(List.of(FreshNames.hostname(), hostname)).hosts())
        .isEqualTo(Map.of(hostname, stored));
    assertThat(hosts.read(List.of())).isEqualTo(FoundHosts.NONE);
  }

  @Test
  void keepsEveryFieldOfFullHost() {
    Hosts hosts = hosts();
    Host host = saved(hosts, full(hostname));

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, host);
    assertThat(hosts.list().hosts()).containsEntry(hostname, host);
  }

  @Test
  void keepsEveryFieldOfBareHost() {
    Hosts hosts = hosts();
    Host host = saved(hosts, bare(hostname));

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, host);
    assertThat(hosts.list().hosts()).containsEntry(hostname, host);
  }

  @Test
  void keepsWildcardName() {
    Hosts hosts = hosts();
    var wildcard = new Hostname("*." + hostname);
    Host host = saved(hosts, full(wildcard));
    saved(hosts, bare(hostname));

    assertThat(hosts.read(List.of(wildcard)).hosts()).isEqualTo(Map.of(wildcard, host));
  }

  @ParameterizedTest
  @EnumSource
  void keepsPolicy(SpecialAddresses policy) {
    Hosts hosts = hosts();
    var settings =
        new HostSettings(
            new ZoneId("Z1"),
            Ttl.DEFAULT,
            Set.of(),
            false,
            policy,
            false,
            Optional.empty(),
            DriftPolicy.REPAIR,
            Optional.of(""));

    Host host = saved(hosts, Host.added(hostname, settings));

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, host);
  }

  @ParameterizedTest
  @EnumSource
  void keepsSingleFamily(Family family) {
    Hosts hosts = hosts();
    var settings =
        new HostSettings(
            new ZoneId("Z1"),
            new Ttl(1),
            Set.of(family),
            true,
            SpecialAddresses.PUBLISH,
            false,
            Optional.empty(),
            DriftPolicy.REPAIR,
            Optional.empty());
    Host first = saved(hosts, Host.added(hostname, settings));
    Addresses other = BOTH.without(family);

    Host next = saved(hosts, first.wanting(other, NOW));

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, next);
  }

  @Test
  void keepsWhomAHostFollows() {
    Hosts hosts = hosts();
    HostSettings settings = HostSettings.in(new ZoneId("Z1"));
    Host first =
        saved(
            hosts,
            Host.added(hostname, settings.in(Group.following(new Hostname("gate.example.com")))));

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, first);
    Host next = saved(hosts, first.with(settings, NOW));
    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, next);
  }

  @Test
  void forgetsWhatNextVersionNoLongerHas() {
    Hosts hosts = hosts();
    Host first = saved(hosts, full(hostname));
    Host plain =
        new Host(
            hostname,
            HostSettings.in(new ZoneId("Z2")),
            Addresses.NONE,
            Addresses.NONE,
            List.of(),
            Optional.empty(),
            first.version() + 1,
            Activity.NONE);

    saved(hosts, plain);

    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, plain);
  }

  @Test
  void addsHostOnlyWhereThereIsNone() {
    Hosts hosts = hosts();
    Host first = saved(hosts, bare(hostname));

    assertThat(hosts.save(List.of(HostSave.silent(full(hostname))))).isFalse();
    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 5})
  void refusesAllButTheVersionThatFollows(long version) {
    Hosts hosts = hosts();
    Host first = saved(hosts, bare(hostname));
    Host second = saved(hosts, first.seen(NOW));
    Host wrong = version(second, version);

    assertThat(hosts.save(List.of(HostSave.silent(wrong)))).isFalse();
    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, second);
    assertThat(hosts.save(List.of(HostSave.silent(version(second, 3))))).isTrue();
  }

  @Test
  void refusesLaterVersionOfHostThatDoesNotExist() {
    Hosts hosts = hosts();

    assertThat(hosts.save(List.of(HostSave.silent(bare(hostname).seen(NOW))))).isFalse();
    assertThat(hosts.read(List.of(hostname)).hosts()).isEmpty();
  }

  @Test
  void savesAllOrNone() {
    Hosts hosts = hosts();
    Hostname taken = FreshNames.hostname();
    Host first = saved(hosts, bare(taken));
    Host late = version(bare(taken), 3);

    assertThat(hosts.save(List.of(HostSave.silent(bare(hostname)), HostSave.silent(late))))
        .isFalse();
    assertThat(hosts.read(List.of(hostname, taken)).hosts()).isEqualTo(Map.of(taken, first));
  }

  @Test
  void savesFiftyHostsWithTheirChanges() {
    Hosts hosts = hosts();
    List<Host> added =
        FreshNames.hostnames(Hosts.MOST_SAVED).stream().map(HostSamples::full).toList();

    boolean saved =
        hosts.save(added.stream().map(host -> HostSave.recorded(host, change(host, NOW))).toList());

    assertThat(saved).isTrue();
    assertThat(hosts.read(added.stream().map(Host::hostname).toList()).hosts().values())
        .containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  void letsOneOfManyWritersWin() {
    Hosts hosts = hosts();
    Host first = saved(hosts, bare(hostname));
    List<Host> rivals =
        Stream.iterate(1, i -> i <= 8, i -> i + 1)
            .map(i -> first.wanting(addresses("9.9.9." + i), NOW))
            .toList();

    List<Host> winners =
        rivals.parallelStream().filter(h -> hosts.save(List.of(HostSave.silent(h)))).toList();

    assertThat(winners).hasSize(1);
    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, winners.get(0));
  }

  @Test
  void removesHost() {
    Hosts hosts = hosts();
    Host first = saved(hosts, full(hostname));
    Host last = first.wanting(IPV4_ONLY, NOW);

    assertThat(hosts.remove(HostSave.silent(last))).isTrue();

    assertThat(hosts.read(List.of(hostname)).hosts()).isEmpty();
    assertThat(hosts.list().hosts()).doesNotContainKey(hostname);
    assertThat(hosts.save(List.of(HostSave.silent(bare(hostname))))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4})
  void removesOnlyTheVersionBefore(long version) {
    Hosts hosts = hosts();
    Host second = saved(hosts, saved(hosts, bare(hostname)).seen(NOW));

    assertThat(hosts.remove(HostSave.silent(version(second, version)))).isFalse();
    assertThat(hosts.read(List.of(hostname)).hosts()).containsEntry(hostname, second);
  }

  @Test
  void findsOthersBesideOneThatIsSpoilt() {
    Hosts hosts = hosts();
    Host whole = saved(hosts, full(FreshNames.hostname()));
    saved(hosts, full(hostname));
    spoil(hostname);

    FoundHosts read = hosts.read(List.of(hostname, whole.hostname(), FreshNames.hostname()));
    FoundHosts all = hosts.list();

    assertThat(read.hosts()).isEqualTo(Map.of(whole.hostname(), whole));
    assertThat(read.spoilt())
        .singleElement()
        .satisfies(spoilt -> {
          assertThat(spoilt.name()).isEqualTo(hostname.value());
          assertThat(spoilt.fault()).isNotBlank();
        });
    assertThat(all.host(whole.hostname())).contains(whole);
    assertThat(all.host(hostname)).isEmpty();
    assertThat(all.spoilt(hostname)).isEqualTo(read.spoilt(hostname)).isPresent();
  }

  @Test
  void removesNoHostThatDoesNotExist() {
    assertThat(hosts().remove(HostSave.silent(bare(hostname)))).isFalse();
    assertThat(hosts().remove(HostSave.silent(bare(hostname).seen(NOW)))).isFalse();
  }

  private static Host saved(Hosts hosts, Host host) {
    assertThat(hosts.save(List.of(HostSave.silent(host)))).isTrue();
    return host;
  }

  private static Host version(Host host, long version) {
    return new Host(
        host.hostname(),
        host.settings(),
        host.wanted(),
        host.published(),
        host.challenges(),
        host.pending(),
        version,
        host.activity());
  }
}
