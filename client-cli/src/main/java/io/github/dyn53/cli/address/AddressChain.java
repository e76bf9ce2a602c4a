package io.github.dyn53.cli.address;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sources in order of preference: the first public address counts. One that the world can't reach
 * is never the outcome, only seen.
 */
public final class AddressChain implements AddressSource {

  private final List<AddressSource> sources;

  /** Asks the sources in this order. */
  public AddressChain(List<AddressSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public String name() {
    var name = new StringBuilder();
    for (AddressSource source : sources) {
      name.append(name.isEmpty() ? "" : ", ").append(source.name());
    }
    return name.isEmpty() ? "none" : name.toString();
  }

  @Override
  public Finding find(Family family) {
    return look(family).outcome();
  }

  /** Asks until one knows a public address, and tells what was seen on the way. */
  public ChainFinding look(Family family) {
    List<ChainFinding.Seen> seen = new ArrayList<>(sources.size());
    for (AddressSource source : sources) {
      ChainFinding.Seen said = ask(source, family);
      seen.add(said);
      if (said.finding() instanceof Finding.Found && said.purpose().isEmpty()) {
        return new ChainFinding(said.finding(), seen);
      }
    }
    return new ChainFinding(without(seen), seen);
  }

  /** Asks every source, whatever the others say: for people who want to compare. */
  public ChainFinding lookEverywhere(Family family) {
    List<ChainFinding.Seen> seen = new ArrayList<>(sources.size());
    for (AddressSource source : sources) {
      seen.add(ask(source, family));
    }
    for (ChainFinding.Seen said : seen) {
      if (said.finding() instanceof Finding.Found && said.purpose().isEmpty()) {
        return new ChainFinding(said.finding(), seen);
      }
    }
    return new ChainFinding(without(seen), seen);
  }

  private static ChainFinding.Seen ask(AddressSource source, Family family) {
    Finding finding = source.find(family);
    Optional<SpecialPurpose> purpose =
        finding instanceof Finding.Found found
            ? SpecialPurpose.of(found.address())
            : Optional.empty();
    return new ChainFinding.Seen(source.name(), finding, purpose);
  }

  /** As long as one source could not tell, there may be an address. */
  private static Finding without(List<ChainFinding.Seen> seen) {
    var reasons = new StringBuilder();
    boolean uncertain = false;
    boolean byEndpoint = false;
    for (ChainFinding.Seen said : seen) {
      if (said.finding() instanceof Finding.Failed failed) {
        uncertain = true;
        byEndpoint |= failed.byEndpoint();
      }
      reasons.append(reasons.isEmpty() ? "" : "; ");
      reasons.append(said.source()).append(": ").append(said.describe());
    }
    if (uncertain) {
      return new Finding.Failed(reasons.toString(), byEndpoint);
    }
    return new Finding.None(seen.isEmpty() ? "no source is configured" : reasons.toString());
  }
}
