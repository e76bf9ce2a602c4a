package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.address.ChainFinding;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each source says of each family, and what the hosts are to get from it. */
record AddressCheck(AskedSources sources) {

  List<FindingLine> look(List<HostSettings> hosts) {
    var findings = new ArrayList<FindingLine>();
    for (Family family : Family.values()) {
      Set<SourceSpec> named = AskedSources.named(hosts, family);
      for (SourceSpec spec : AskedSources.all(hosts, family)) {
        findings.add(row(spec, family, named.contains(spec)));
      }
    }
    hosts.forEach(host -> findings.add(outcome(host)));
    return findings;
  }

  private FindingLine row(SourceSpec spec, Family family, boolean named) {
    Finding finding = sources.find(spec, family);
    Optional<SpecialPurpose> purpose =
        finding instanceof Finding.Found found
            ? SpecialPurpose.of(found.address())
            : Optional.empty();
    String seen = new ChainFinding.Seen(spec.text(), finding, purpose).describe();
    String about = family.label() + " " + spec.text();
    return switch (finding) {
      case Finding.Found found ->
          purpose.isEmpty()
              ? Subject.ADDRESS.ok(about, found.address() + by(found, spec))
              : Subject.ADDRESS.skipped(about, seen);
      case Finding.None none -> Subject.ADDRESS.skipped(about, seen);
      case Finding.Failed failed -> silent(spec, family, about, seen, named);
    };
  }

  private static String by(Finding.Found found, SourceSpec spec) {
    return found.by().equals(spec.text()) ? "" : ", by " + found.by();
  }

  /** Many homes have no IPv6; that the usual sources find none is nothing to mend. */
  private static FindingLine silent(
      SourceSpec spec, Family family, String about, String seen, boolean named) {
    boolean usual = spec instanceof SourceSpec.Endpoint || spec instanceof SourceSpec.Interface;
    if (!named || (family == Family.IPV6 && usual)) {
      return Subject.ADDRESS.skipped(about, seen);
    }
    if (spec instanceof SourceSpec.Router) {
      return Subject.ADDRESS.warn(
          about,
          seen,
          "the router does not tell its address, so dyn53 watch hears of a change only from the"
              + " endpoint, minutes later",
          "switch NAT-PMP, PCP or UPnP on in the router; or take router out of the chain");
    }
    return Subject.ADDRESS.warn(
        about,
        seen,
        "this source is in the configuration and tells nothing at present",
        "mend it, or take it out of the chain");
  }

  private FindingLine outcome(HostSettings host) {
    Addresses wanted = sources.wanted(host);
    String name = host.name().value();
    if (!wanted.equals(Addresses.NONE)) {
      return Subject.ADDRESS.ok(name, "is to point at " + wanted.describe());
    }
    return Subject.ADDRESS.fail(
        name,
        "none of its sources finds an address that the world can reach",
        "dyn53 sends nothing, and the name stays as it is",
        "look at what the sources say above; private addresses are never sent");
  }
}
