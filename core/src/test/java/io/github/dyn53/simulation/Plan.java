package io.github.dyn53.simulation;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is asked in one run.
 *
 * @param hosts the hosts, never updated yet
 * @param requests each with its time
 * @param sweeps when a sweep begins, besides the last one
 * @param chances how much goes wrong
 */
record Plan(List<Host> hosts, List<Asked> requests, List<Duration> sweeps, Chances chances) {

  /** The secret of all requests. */
  static final Secret SECRET = new Secret("abcdefghijklmnopqrstuvwxyz234567");

  private static final IpAddress SOURCE = address("203.0.113.1");
  private static final List<ZoneId> ZONES = List.of(new ZoneId("ZHOME"), new ZoneId("ZCABIN"));

  /** How far apart requests may be: at once, as a router repeats itself, over a lease. */
  private static final List<Duration> SPREADS =
      List.of(
          Duration.ofMillis(50),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));

  private static final List<ZoneId> HOUSE =
      List.of(new ZoneId("ZHOME"), new ZoneId("ZCABIN"), new ZoneId("ZBARN"));

  /** A request at its time. */
  record Asked(Duration at, UpdateRequest request) {}

  /** Draws a plan. */
  static Plan draw(RandomGenerator random) {
    List<Host> hosts = new ArrayList<>();
    int zones = 1 + random.nextInt(ZONES.size());
    for (int number = 1 + random.nextInt(3); number > 0; number--) {
      hosts.add(host(number, ZONES.get(number % zones), random.nextInt(4) == 0));
    }
    if (random.nextInt(3) == 0) {
      group(hosts, random.nextBoolean());
    }
    Duration spread = SPREADS.get(random.nextInt(SPREADS.size()));
    List<Asked> requests = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int number = 0; number < count; number++) {
      boolean again = number > 0 && random.nextInt(5) == 0;
      UpdateRequest request =
          again ? requests.get(random.nextInt(number)).request() : request(number, hosts, random);
      requests.add(new Asked(within(spread, random), request));
    }
    List<Duration> sweeps = new ArrayList<>();
    for (int sweep = random.nextInt(3); sweep > 0; sweep--) {
      sweeps.add(within(Duration.ofSeconds(150), random));
    }
    return new Plan(hosts, requests, sweeps, chances(random));
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

  /**
   * What a request asks of each host, those among them that follow one it names: the address behind
   * the prefix in place of the prefix.
   */
  Map<Hostname, HostUpdate> asked(UpdateRequest request) {
    Map<Hostname, HostUpdate> asked = new LinkedHashMap<>();
    for (HostUpdate update : request.updates()) {
      hosts.stream()
          .filter(host -> host.hostname().equals(update.hostname()))
          .forEach(host -> asked.put(host.hostname(), behindPrefix(host, update)));
    }
    for (HostUpdate update : request.updates()) {
      hosts.stream()
          .filter(host -> host.settings().follows().equals(Optional.of(update.hostname())))
          .forEach(host -> asked.putIfAbsent(host.hostname(), following(host, update)));
    }
    return asked;
  }

  private static HostUpdate behindPrefix(Host host, HostUpdate update) {
    return update.of(Family.IPV6) instanceof AddressChange.SetPrefix prefix
        ? with(
            update,
            host.settings()
                .interfaceId()
                .<AddressChange>map(id -> new AddressChange.Set(prefix.prefix().address(0, id)))
                .orElse(prefix.otherwise()))
        : update;
  }

  private static HostUpdate following(Host host, HostUpdate leader) {
    HostUpdate update = HostUpdate.ofAddresses(host.hostname(), leader.changes());
    boolean keeps =
        host.settings().interfaceId().isPresent()
            && leader.of(Family.IPV6) instanceof AddressChange.Set;
    return keeps ? with(update, new AddressChange.Keep()) : behindPrefix(host, update);
  }

  private static HostUpdate with(HostUpdate update, AddressChange ipv6) {
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    changes.putAll(update.changes());
    changes.put(Family.IPV6, ipv6);
    if (ipv6 instanceof AddressChange.Keep) {
      changes.remove(Family.IPV6);
    }
    return HostUpdate.ofAddresses(update.hostname(), changes);
  }

  /** A router whose provider moves a house of fifty hosts in three zones to other prefixes. */
  static Plan drawMoves(RandomGenerator random) {
    List<Host> hosts = new ArrayList<>();
    for (int number = 0; number <= Group.MOST_FOLLOWERS; number++) {
      hosts.add(host(number, HOUSE.get(number % HOUSE.size()), false));
    }
    group(hosts, true);
    Duration spread = SPREADS.get(random.nextInt(SPREADS.size()));
    List<Asked> requests = new ArrayList<>();
    for (int number = 1; number <= 2 + random.nextInt(3); number++) {
      requests.add(new Asked(within(spread, random), move(number, hosts.get(0).hostname())));
    }
    List<Duration> sweeps = List.of(within(Duration.ofSeconds(150), random));
    return new Plan(hosts, requests, sweeps, chances(random));
  }

  private static UpdateRequest move(int number, Hostname router) {
    var prefix = new Ipv6Prefix(0x2001_0db8_0000_0000L | number << 16, 56);
    Map<Family, AddressChange> changes =
        Map.of(
            Family.IPV4,
            new AddressChange.Set(address("198.51.100." + number)),
            Family.IPV6,
            new AddressChange.SetPrefix(
                prefix, new AddressChange.Set(address("2001:db8::" + number))));
    return new UpdateRequest(
        SECRET, SOURCE, "router", List.of(HostUpdate.ofAddresses(router, changes)));
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

  private static UpdateRequest request(int number, List<Host> hosts, RandomGenerator random) {
    List<HostUpdate> updates = new ArrayList<>();
    updates.add(update(number, hosts.get(random.nextInt(hosts.size())), random));
    if (random.nextInt(4) == 0) {
      updates.add(update(number, hosts.get(random.nextInt(hosts.size())), random));
    }
    boolean twice =
        updates.size() == 2 && updates.get(0).hostname().equals(updates.get(1).hostname());
    return new UpdateRequest(
        SECRET, SOURCE, "router", twice ? updates.subList(0, 1) : List.copyOf(updates));
  }

  /** Mostly new addresses, so that each tells which request it comes from. */
  private static HostUpdate update(int number, Host host, RandomGenerator random) {
    int last = random.nextInt(6) == 0 ? 1 : 10 + number;
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    int named = random.nextInt(4);
    if (named != 1) {
      changes.put(Family.IPV4, change(address("198.51.100." + last), random));
    }
    if (named < 2) {
      AddressChange own = change(address("2001:db8::" + last), random);
      var prefix = new Ipv6Prefix(0x2001_0db8_0000_0000L | last, 64);
      changes.put(
          Family.IPV6, random.nextInt(3) == 0 ? new AddressChange.SetPrefix(prefix, own) : own);
    }
    return HostUpdate.ofAddresses(host.hostname(), changes);
  }

  private static AddressChange change(IpAddress address, RandomGenerator random) {
    return random.nextInt(8) == 0 ? new AddressChange.Clear() : new AddressChange.Set(address);
  }

  /** From a quiet day to one when nothing works; what goes wrong differs from run to run. */
  private static Chances chances(RandomGenerator random) {
    double killed = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.1;
    double notDone = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.2;
    double lost = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.3;
    double throttled = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double busy = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.5;
    double slow = random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.1;
    return new Chances(killed, notDone, lost, throttled, busy, slow);
  }

  private static Duration within(Duration spread, RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(spread.toNanos()));
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
