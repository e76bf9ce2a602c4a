package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Pending;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The hosts as one writer uses them: each save goes into the ledger, and into the stream when the
 * host becomes handed over, at the moment it is carried out.
 *
 * @param writer who uses them
 * @param stream takes the hosts that became handed over
 */
record WatchedHosts(Hosts hosts, Ledger ledger, Writer writer, Consumer<Hostname> stream)
    implements Hosts {

  @Override
  public FoundHosts read(Collection<Hostname> hostnames) {
    return hosts.read(hostnames);
  }

  @Override
  public FoundHosts list() {
    return hosts.list();
  }

  @Override
  public boolean save(List<HostSave> saves) {
    FoundHosts before = hosts.read(saves.stream().map(save -> save.host().hostname()).toList());
    if (!hosts.save(saves)) {
      return false;
    }
    for (HostSave save : saves) {
      Hostname hostname = save.host().hostname();
      Host old = before.host(hostname).orElseThrow();
      ledger.saved(old, save, writer);
      if (isHandedOver(save.host()) && !isHandedOver(old)) {
        stream.accept(hostname);
      }
    }
    return true;
  }

  private static boolean isHandedOver(Host host) {
    return host.pending().flatMap(Pending::handedOver).isPresent();
  }

  @Override
  public boolean remove(HostSave last) {
    return hosts.remove(last);
  }
}
