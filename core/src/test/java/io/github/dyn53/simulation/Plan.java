package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked in one run.
 *
 * @param hosts the hosts, never updated yet
 * @param requests each with its time
 * @param sweeps when a sweep begins, besides the last ones
 * @param comparisons when zones are compared with what was published, besides the last ones
 * @param quiet when all that was asked has come to its end, and the last sweeps begin
 * @param limits what the token of all requests may do
 * @param refusals what the zones won't take
 * @param meddlings what somebody else does to their content
 * @param chances how much goes wrong
 */
record Plan(
    List<Host> hosts,
    List<Asked> requests,
    List<Duration> sweeps,
    List<Duration> comparisons,
    Duration quiet,
    Limits limits,
    List<Refusal> refusals,
    List<Meddling> meddlings,
    Chances chances) {

  /** The secret of all requests. */
  static final Secret SECRET = new Secret("abcdefghijklmnopqrstuvwxyz234567");

  /**
   * What was pending is published first; then a host's silence is seen to, and then what was asked
   * for a time and has outlived it.
   */
  int lastSweeps() {
    boolean challenges =
        requests.stream()
            .flatMap(asked -> asked.request().updates().stream())
            .anyMatch(update -> update.challenge().isPresent());
    boolean silences = hosts.stream().anyMatch(host -> host.settings().silence().isPresent());
    return 1 + (silences ? 1 : 0) + (challenges ? 1 : 0);
  }

  /** A request at its time. */
  record Asked(Duration at, UpdateRequest request) {}

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
          .filter(host -> update.challenge().isEmpty())
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
}
