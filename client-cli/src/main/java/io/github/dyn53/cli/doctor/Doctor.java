package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks at everything between this machine and the name that is to lead to it; changes nothing. */
public final class Doctor {

  private final Network network;
  private final Machine machine;
  private final SourceFactory factory;

  /** Looks with these. */
  public Doctor(Network network, Machine machine, SourceFactory factory) {
    this.network = network;
    this.machine = machine;
    this.factory = factory;
  }

  /**
   * Where there is no configuration to go by, its mistakes are the findings.
   *
   * @param where the configuration came from, for people
   */
  public static Diagnosis misconfigured(String where, InvalidConfigurationException e) {
    List<FindingLine> mistakes =
        e.mistakes().stream()
            .map(mistake ->
                Subject.CONFIGURATION.fail(
                    where,
                    mistake,
                    // Another account may read it well.
                    e.remedy().isPresent()
                        ? "without it there is nothing to go by"
                        : "dyn53 does nothing until this is mended",
                    e.remedy().orElse("mend it there, or write the file anew with dyn53 setup")))
            .toList();
    return new Diagnosis(mistakes);
  }

  /**
   * Looks at all of it, in the order in which things depend on each other.
   *
   * @param where the configuration came from, for people
   * @param port to be tried from outside, if any
   */
  public Diagnosis examine(String where, Configuration configuration, OptionalInt port) {
    var findings = new ArrayList<FindingLine>();
    List<HostSettings> hosts = configuration.hosts();
    findings.addAll(configured(where, configuration));
    findings.addAll(new StateCheck(machine).look(hosts));
    Optional<URI> endpoint = firstWorking(configuration, findings);
    findings.addAll(
        endpoint.isPresent()
            ? new CredentialCheck(network.calls()).look(endpoint.get(), hosts)
            : List.of(unasked(Subject.CREDENTIAL)));
    var sources = new AskedSources(factory);
    findings.addAll(new AddressCheck(sources).look(hosts));
    findings.add(nat(sources, hosts).look());
    for (HostSettings host : hosts) {
      findings.addAll(new NameCheck(network).look(host.name(), sources.wanted(host)));
    }
    if (port.isPresent()) {
      findings.addAll(
          endpoint.isPresent()
              ? new PortCheck(network.calls())
                  .look(endpoint.get(), hosts.get(0).token(), port.getAsInt())
              : List.of(unasked(Subject.PORT)));
    }
    return new Diagnosis(findings);
  }

  private static List<FindingLine> configured(String where, Configuration configuration) {
    var findings = new ArrayList<FindingLine>();
    String seen =
        where
            + " names "
            + counted(configuration.hosts().size(), "host")
            + " and "
            + counted(configuration.endpoints().size(), "endpoint");
    findings.add(Subject.CONFIGURATION.ok("", seen));
    for (String warning : configuration.warnings()) {
      findings.add(
          Subject.CONFIGURATION.warn(
              "", warning, "whoever stands on the way can read the token", "use https"));
    }
    return findings;
  }

  private static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Looks at every endpoint: the second in order is of use only if it works when it is needed. */
  private Optional<URI> firstWorking(Configuration configuration, List<FindingLine> findings) {
    Optional<URI> working = Optional.empty();
    var check = new EndpointCheck(network, machine, configuration.caFile());
    for (URI endpoint : configuration.endpoints()) {
      List<FindingLine> seen = check.look(endpoint);
      findings.addAll(seen);
      boolean fine = seen.stream().noneMatch(finding -> finding.level() == Level.FAIL);
      working = working.isEmpty() && fine ? Optional.of(endpoint) : working;
    }
    return working;
  }

  private static FindingLine unasked(Subject subject) {
    return subject.skipped("", "not asked: no endpoint answers");
  }

  private NatCheck nat(AskedSources sources, List<HostSettings> hosts) {
    boolean ipv6 =
        hosts.stream().map(sources::wanted).map(Addresses::ipv6).anyMatch(Optional::isPresent);
    return new NatCheck(
        machine.addresses(),
        sources.address(AskedSources.INTERFACE, Family.IPV4),
        sources.find(AskedSources.ROUTER, Family.IPV4),
        sources.address(AskedSources.ENDPOINT, Family.IPV4),
        ipv6);
  }
}
