package io.github.dyn53.simulation;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Hosts that are not as they are stored, or stored as they are not saved.
 *
 * @param read what a read host looks like
 * @param listed what a listed host looks like
 * @param saved what is saved in place of a save
 */
record AlteredHosts(
    Hosts hosts,
    UnaryOperator<Host> read,
    UnaryOperator<Host> listed,
    UnaryOperator<HostSave> saved)
    implements Hosts {

  /** Hosts that look otherwise to everybody. */
  static AlteredHosts read(Hosts hosts, UnaryOperator<Host> read) {
    return new AlteredHosts(hosts, read, read, UnaryOperator.identity());
  }

  /** Hosts that look otherwise to a sweep. */
  static AlteredHosts listed(Hosts hosts, UnaryOperator<Host> listed) {
    return new AlteredHosts(hosts, UnaryOperator.identity(), listed, UnaryOperator.identity());
  }

  /** Hosts that are saved otherwise. */
  static AlteredHosts saved(Hosts hosts, UnaryOperator<HostSave> saved) {
    return new AlteredHosts(hosts, UnaryOperator.identity(), UnaryOperator.identity(), saved);
  }

  @Override
  public FoundHosts read(Collection<Hostname> hostnames) {
    return altered(hosts.read(hostnames), read);
  }

  @Override
  public FoundHosts list() {
    return altered(hosts.list(), listed);
  }

  private static FoundHosts altered(FoundHosts found, UnaryOperator<Host> by) {
    Map<Hostname, Host> altered = new LinkedHashMap<>(found.hosts());
    altered.replaceAll((hostname, host) -> by.apply(host));
    return new FoundHosts(altered, found.spoilt());
  }

  @Override
  public boolean save(List<HostSave> saves) {
    return hosts.save(saves.stream().map(saved).toList());
  }

  @Override
  public boolean remove(HostSave last) {
    return hosts.remove(last);
  }
}
