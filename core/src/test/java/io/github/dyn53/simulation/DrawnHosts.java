package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import io.github.dyn53.host.SpecialAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws the hosts of a run. */
final class DrawnHosts {

  private static final List<ZoneId> ZONES = List.of(new ZoneId("ZHOME"), new ZoneId("ZCABIN"));

  private static final List<ZoneId> HOUSE =
      List.of(new ZoneId("ZHOME"), new ZoneId("ZCABIN"), new ZoneId("ZBARN"));

  private DrawnHosts() {}

  /**
   * A few hosts, alone or in a group.
   *
   * @param silences whether some may be silent for a time only
   * @param meddled whether somebody else changes record sets, which some are only to report
   */
  static List<Host> few(boolean silences, boolean meddled, RandomGenerator random) {
    List<Host> hosts = new ArrayList<>();
    int zones = 1 + random.nextInt(ZONES.size());
    for (int number = 1 + random.nextInt(3); number > 0; number--) {
      Host host = host(number, ZONES.get(number % zones), random.nextInt(4) == 0);
      DriftPolicy drift =
          meddled && random.nextInt(3) == 0 ? DriftPolicy.REPORT : DriftPolicy.REPAIR;
      hosts.add(watched(host, silence(silences, random), drift));
    }
    if (random.nextInt(3) == 0) {
      group(hosts, random.nextBoolean());
    }
    return hosts;
  }

  /** A router and all that may follow it, in three zones. */
  static List<Host> house() {
    List<Host> hosts = new ArrayList<>();
    for (int number = 0; number <= Group.MOST_FOLLOWERS; number++) {
      hosts.add(host(number, HOUSE.get(number % HOUSE.size()), false));
    }
    group(hosts, true);
    return hosts;
  }

  /** The others follow the first host, each with its address or behind its prefix. */
  private static void group(List<Host> hosts, boolean behindPrefix) {
    Host leader = hosts.get(0);
    Group group = Group.NONE;
    for (int number = 1; number < hosts.size(); number++) {
      Host host = hosts.get(number);
      group = group.with(host.hostname());
      HostSettings settings = host.settings();
      var following =
          new HostSettings(
              settings.zone(),
              settings.ttl(),
              settings.families(),
              settings.wildcard(),
              settings.specialAddresses(),
              settings.blocked(),
              settings.silence(),
              settings.drift(),
              settings.owner(),
              behindPrefix ? Optional.of(new InterfaceId(number)) : Optional.empty(),
              0,
              Group.following(leader.hostname()));
      hosts.set(number, Host.added(host.hostname(), following));
    }
    hosts.set(0, Host.added(leader.hostname(), leader.settings().in(group)));
  }

  private static Optional<Silence> silence(boolean silences, RandomGenerator random) {
    if (!silences || random.nextInt(4) == 0) {
      return Optional.empty();
    }
    Duration limit = random.nextInt(3) == 0 ? Challenge.LASTS : Silence.SHORTEST;
    return Optional.of(
        new Silence(limit, random.nextBoolean() ? SilencePolicy.WITHDRAW : SilencePolicy.MARK));
  }

  private static Host host(int number, ZoneId zone, boolean wildcard) {
    HostSettings usual = HostSettings.in(zone);
    var settings =
        new HostSettings(
            zone,
            Ttl.DEFAULT,
            usual.families(),
            wildcard,
            SpecialAddresses.PUBLISH,
            false,
            usual.silence(),
            usual.drift(),
            usual.owner());
    return Host.added(new Hostname("host" + number + ".example.com"), settings);
  }

  private static Host watched(Host host, Optional<Silence> silence, DriftPolicy drift) {
    HostSettings settings = host.settings();
    return Host.added(
        host.hostname(), Alterations.settings(settings, settings.wildcard(), silence, drift));
  }
}
