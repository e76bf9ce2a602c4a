package io.github.dyn53.publish;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.StateUnavailableException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Saves that don't depend on one another: many in one transaction, and alone where another writer
 * came first for one of them.
 */
final class Saves {

  private final Hosts hosts;
  private final Set<Hostname> done = new HashSet<>();
  private final Set<Hostname> lost = new HashSet<>();

  private Saves(Hosts hosts) {
    this.hosts = hosts;
  }

  /** Makes the saves, any number of them. */
  static Saves of(Hosts hosts, List<HostSave> saves) {
    var result = new Saves(hosts);
    for (int from = 0; from < saves.size(); from += Hosts.MOST_SAVED) {
      result.save(saves.subList(from, Math.min(saves.size(), from + Hosts.MOST_SAVED)));
    }
    return result;
  }

  private void save(List<HostSave> saves) {
    Set<Hostname> names = new HashSet<>();
    saves.forEach(save -> names.add(save.host().hostname()));
    try {
      if (hosts.save(saves)) {
        done.addAll(names);
      } else if (saves.size() == 1) {
        lost.addAll(names);
      } else {
        save(saves.subList(0, saves.size() / 2));
        save(saves.subList(saves.size() / 2, saves.size()));
      }
    } catch (StateUnavailableException e) {
      // It may have happened: neither done nor lost.
    }
  }

  /** Whether this host is known to be saved. */
  boolean isDone(Hostname hostname) {
    return done.contains(hostname);
  }

  /** Whether another writer came first for this host. */
  boolean isLost(Hostname hostname) {
    return lost.contains(hostname);
  }

  /** The hosts for which another writer came first. */
  Set<Hostname> lost() {
    return lost;
  }
}
