package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Hosts that are saved whatever was saved since it was decided. */
record WithoutCondition(Hosts hosts) implements Hosts {

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
    FoundHosts stored = hosts.read(saves.stream().map(save -> save.host().hostname()).toList());
    List<HostSave> forced = new ArrayList<>();
    for (HostSave save : saves) {
      Host host = save.host();
      long version = stored.host(host.hostname()).map(Host::version).orElse(0L) + 1;
      forced.add(new HostSave(withVersion(host, version), save.change()));
    }
    return hosts.save(forced);
  }

  private static Host withVersion(Host host, long version) {
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

  @Override
  public boolean remove(HostSave last) {
    return hosts.remove(last);
  }
}
