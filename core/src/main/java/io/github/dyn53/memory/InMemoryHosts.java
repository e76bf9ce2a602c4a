package io.github.dyn53.memory;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.History;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.host.StateUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Hosts and their history in memory. Safe for use by several threads. */
public final class InMemoryHosts implements Hosts, History {

  private final Map<Hostname, Host> hosts = new HashMap<>();
  private final Map<Hostname, SpoiltHost> spoilt = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Queue<Fault> faults = new ArrayDeque<>();
  private int calls;

  /** How a call may fail. */
  public enum Fault {
    /** Not at all. */
    NONE,
    /** Nothing was done. */
    NOT_DONE,
    /** It was done, but the caller does not learn it. */
    ANSWER_LOST,
    /** Another writer came first: for a save or a removal only. */
    RACE_LOST,
    /**
     * A save was done and, its answer being lost, tried again, which finds that somebody came
     * first.
     */
    DONE_TWICE
  }

  /** Makes one call to come fail so, after those that were told of before. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** Makes a stored host unreadable, until it is mended or its next version is saved. */
  public synchronized void spoil(Hostname hostname, String fault) {
    spoilt.put(hostname, new SpoiltHost(hostname.value(), fault));
  }

  /** Lets a host that was spoilt be read as it was before. */
  public synchronized void mend(Hostname hostname) {
    spoilt.remove(hostname);
  }

  /** How many calls were made. */
  public synchronized int calls() {
    return calls;
  }

  @Override
  public synchronized FoundHosts read(Collection<Hostname> hostnames) {
    begin();
    return found(hostnames);
  }

  @Override
  public synchronized FoundHosts list() {
    begin();
    return found(hosts.keySet());
  }

  private FoundHosts found(Collection<Hostname> hostnames) {
    Map<Hostname, Host> whole = new HashMap<>(hosts);
    whole.keySet().retainAll(hostnames);
    whole.keySet().removeAll(spoilt.keySet());
    Map<Hostname, SpoiltHost> others = new HashMap<>(spoilt);
    others.keySet().retainAll(hostnames);
    return new FoundHosts(whole, List.copyOf(others.values()));
  }

  @Override
  public synchronized boolean save(List<HostSave> saves) {
    Fault fault = next();
    if (fault == Fault.RACE_LOST || !saves.stream().allMatch(save -> isNext(save.host()))) {
      return false;
    }
    for (HostSave save : saves) {
      hosts.put(save.host().hostname(), save.host());
      spoilt.remove(save.host().hostname());
      save.change().ifPresent(changes::add);
    }
    end(fault);
    return fault != Fault.DONE_TWICE;
  }

  @Override
  public synchronized boolean remove(HostSave last) {
    Fault fault = next();
    if (fault == Fault.RACE_LOST || !isNext(last.host()) || last.host().version() == 1) {
      return false;
    }
    hosts.remove(last.host().hostname());
    spoilt.remove(last.host().hostname());
    last.change().ifPresent(changes::add);
    end(fault);
    return true;
  }

  @Override
  public synchronized List<Change> recent(Hostname hostname, int limit) {
    begin();
    return changes.stream()
        .filter(change -> change.hostname().equals(hostname))
        .sorted(Comparator.comparing(Change::at).thenComparingLong(Change::version).reversed())
        .limit(limit)
        .toList();
  }

  private boolean isNext(Host host) {
    Host stored = hosts.get(host.hostname());
    return host.version() == (stored == null ? 0 : stored.version()) + 1;
  }

  private void begin() {
    end(next());
  }

  private Fault next() {
    calls++;
    Fault scripted = faults.poll();
    Fault fault = scripted == null ? Fault.NONE : scripted;
    if (fault == Fault.NOT_DONE) {
      throw new StateUnavailableException("told to fail");
    }
    return fault;
  }

  private static void end(Fault fault) {
    if (fault == Fault.ANSWER_LOST) {
      throw new StateUnavailableException("told to lose the answer");
    }
  }
}
