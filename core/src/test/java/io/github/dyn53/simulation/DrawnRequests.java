package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws what the requests of a run ask of its hosts. */
final class DrawnRequests {

  private static final IpAddress SOURCE = address("203.0.113.1");

  /** So few that the same one is asked for, taken away and asked for again. */
  private static final int FEW_VALUES = 3;

  private final List<Host> hosts;
  private final boolean challenges;
  private final RandomGenerator random;

  /**
   * Prepares to draw.
   *
   * @param challenges whether some ask for challenges
   */
  DrawnRequests(List<Host> hosts, boolean challenges, RandomGenerator random) {
    this.hosts = hosts;
    this.challenges = challenges;
    this.random = random;
  }

  /** Requests that ask each for something of one host or two, some of them the same again. */
  List<UpdateRequest> draw() {
    List<UpdateRequest> requests = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int number = 0; number < count; number++) {
      boolean again = number > 0 && random.nextInt(5) == 0;
      requests.add(again ? requests.get(random.nextInt(number)) : request(number));
    }
    if (challenges && random.nextInt(10) == 0) {
      requests.addAll(manyChallenges());
    }
    return requests;
  }

  /** One who moves a house of hosts to another prefix and address. */
  static UpdateRequest move(int number, Hostname router) {
    var prefix = new Ipv6Prefix(0x2001_0db8_0000_0000L | number << 16, 56);
    Map<Family, AddressChange> changes =
        Map.of(
            Family.IPV4,
            new AddressChange.Set(address("198.51.100." + number)),
            Family.IPV6,
            new AddressChange.SetPrefix(
                prefix, new AddressChange.Set(address("2001:db8::" + number))));
    return of(List.of(HostUpdate.ofAddresses(router, changes)));
  }

  private static UpdateRequest of(List<HostUpdate> updates) {
    return new UpdateRequest(Plan.SECRET, SOURCE, "router", updates);
  }

  private UpdateRequest request(int number) {
    List<HostUpdate> updates = new ArrayList<>();
    updates.add(update(number));
    if (random.nextInt(4) == 0) {
      updates.add(update(number));
    }
    boolean twice =
        updates.size() == 2 && updates.get(0).hostname().equals(updates.get(1).hostname());
    return of(twice ? updates.subList(0, 1) : updates);
  }

  private HostUpdate update(int number) {
    Host host = any();
    return challenges && random.nextBoolean()
        ? HostUpdate.ofChallenge(host.hostname(), challenge())
        : addresses(number, host);
  }

  private Host any() {
    return hosts.get(random.nextInt(hosts.size()));
  }

  private ChallengeChange challenge() {
    TxtValue value = value(random.nextInt(FEW_VALUES));
    return switch (random.nextInt(6)) {
      case 0 -> new ChallengeChange.Clear();
      case 1, 2 -> new ChallengeChange.Remove(value);
      default -> new ChallengeChange.Add(value);
    };
  }

  private static TxtValue value(int number) {
    return new TxtValue("challenge-" + number);
  }

  /** More than a host has room for: the oldest give way. */
  private List<UpdateRequest> manyChallenges() {
    Hostname hostname = any().hostname();
    List<UpdateRequest> requests = new ArrayList<>();
    for (int number = 0; number < Limits.MOST_CHALLENGES + 2; number++) {
      var add = new ChallengeChange.Add(value(number));
      requests.add(of(List.of(HostUpdate.ofChallenge(hostname, add))));
    }
    return requests;
  }

  /** Mostly new addresses, so that each tells which request it comes from. */
  private HostUpdate addresses(int number, Host host) {
    int last = random.nextInt(6) == 0 ? 1 : 10 + number;
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    int named = random.nextInt(4);
    if (named != 1) {
      changes.put(Family.IPV4, change(address("198.51.100." + last)));
    }
    if (named < 2) {
      AddressChange own = change(address("2001:db8::" + last));
      var prefix = new Ipv6Prefix(0x2001_0db8_0000_0000L | last, 64);
      changes.put(
          Family.IPV6, random.nextInt(3) == 0 ? new AddressChange.SetPrefix(prefix, own) : own);
    }
    return HostUpdate.ofAddresses(host.hostname(), changes);
  }

  private AddressChange change(IpAddress address) {
    return random.nextInt(8) == 0 ? new AddressChange.Clear() : new AddressChange.Set(address);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
