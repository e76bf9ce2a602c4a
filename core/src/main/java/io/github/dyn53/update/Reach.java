package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts a request is about, as far as what was read tells.
 *
 * @param asked what is asked of each host that is named, or that the token is for
 * @param leaders whom each other host follows, by that host's name
 * @param tooWide the hosts with more followers than there is room for in one request
 */
record Reach(
    Map<Hostname, HostUpdate> asked, Map<Hostname, Hostname> leaders, Set<Hostname> tooWide) {

  /** Whoever has a token for more hosts than one request may name has to name them. */
  private static final int MOST_UNNAMED = 20;

  /** What a request of this token reaches, given the hosts that were read. */
  static Reach of(UpdateRequest request, Token token, Map<Hostname, Host> hosts, Instant now) {
    var reach = new Reach(asked(request, token, now), new LinkedHashMap<>(), new HashSet<>());
    int most = token.limits().hosts();
    reach.asked.keySet().stream().skip(most).forEach(reach.tooWide::add);
    reach.asked.forEach((hostname, update) -> {
      if (update.challenge().isEmpty() && token.mayUpdate(hostname, update.types(), now)) {
        Optional.ofNullable(hosts.get(hostname))
            .ifPresent(leader -> reach.addFollowersOf(leader, most));
      }
    });
    return reach;
  }

  private static Map<Hostname, HostUpdate> asked(UpdateRequest request, Token token, Instant now) {
    Map<Hostname, HostUpdate> asked = new LinkedHashMap<>();
    request.updates().forEach(update -> asked.putIfAbsent(update.hostname(), update));
    for (LabelUpdate labelled : request.labels()) {
      Optional<HostUpdate> update = labelled.of(token, now);
      if (update.isEmpty()) {
        return Map.of();
      }
      asked.putIfAbsent(update.get().hostname(), update.get());
    }
    request
        .unnamed()
        .ifPresent(changes -> {
          List<Hostname> own = token.ownHosts(HostUpdate.types(changes), now);
          if (own.size() <= MOST_UNNAMED) {
            own.forEach(host -> asked.putIfAbsent(host, HostUpdate.ofAddresses(host, changes)));
          }
        });
    return asked;
  }

  private void addFollowersOf(Host leader, int most) {
    Set<Hostname> followers = new HashSet<>(leader.settings().group().followers());
    // What is asked of a host by its own name counts.
    followers.removeAll(asked.keySet());
    if (asked.size() + leaders.size() + followers.size() > most) {
      tooWide.add(leader.hostname());
    } else {
      followers.stream()
          .sorted(Comparator.comparing(Hostname::value))
          .forEach(follower -> leaders.put(follower, leader.hostname()));
    }
  }

  /** Every host that has to be read. */
  Set<Hostname> hostnames() {
    Set<Hostname> all = new LinkedHashSet<>(asked.keySet());
    all.addAll(leaders.keySet());
    return all;
  }
}
