package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sources say, each asked once for each family. */
final class AskedSources {

  static final SourceSpec ROUTER = new SourceSpec.Router(Optional.empty());
  static final SourceSpec ENDPOINT = new SourceSpec.Endpoint();
  static final SourceSpec INTERFACE = new SourceSpec.Interface(Optional.empty());

  private final SourceFactory factory;
  private final Map<Asked, Finding> findings = new HashMap<>();

  private record Asked(SourceSpec spec, Family family) {}

  AskedSources(SourceFactory factory) {
    this.factory = factory;
  }

  Finding find(SourceSpec spec, Family family) {
    return findings.computeIfAbsent(
        new Asked(spec, family), asked -> factory.source(spec).find(family));
  }

  /** The address a source found, of whatever kind. */
  Optional<IpAddress> address(SourceSpec spec, Family family) {
    return find(spec, family) instanceof Finding.Found found
        ? Optional.of(found.address())
        : Optional.empty();
  }

  /** The sources the hosts name for a family, and the usual ones beside them to compare. */
  static Set<SourceSpec> all(List<HostSettings> hosts, Family family) {
    Set<SourceSpec> all = named(hosts, family);
    all.addAll(List.of(ROUTER, INTERFACE, ENDPOINT));
    return all;
  }

  static Set<SourceSpec> named(List<HostSettings> hosts, Family family) {
    var named = new LinkedHashSet<SourceSpec>();
    hosts.forEach(host -> named.addAll(host.sources(family)));
    return named;
  }

  /** What a host's name is to point at, now. */
  Addresses wanted(HostSettings host) {
    Addresses wanted = Addresses.NONE;
    for (Family family : Family.values()) {
      Optional<IpAddress> address =
          host.sources(family).stream()
              .map(spec -> address(spec, family))
              .flatMap(Optional::stream)
              .filter(AskedSources::isPublic)
              .findFirst();
      wanted = address.isPresent() ? wanted.with(address.get()) : wanted;
    }
    return wanted;
  }

  static boolean isPublic(IpAddress address) {
    return SpecialPurpose.of(address).isEmpty();
  }
}
