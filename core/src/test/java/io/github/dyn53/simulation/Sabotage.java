package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Hosts;
import java.util.function.UnaryOperator;

/**
 * What is taken away from a run, to see that it is missed.
 *
 * @param hosts what stands in for the hosts
 * @param zones what stands in for the zones
 * @param limits what stands in for the limits of the token
 */
record Sabotage(
    UnaryOperator<Hosts> hosts, UnaryOperator<Zones> zones, UnaryOperator<Limits> limits) {

  static final Sabotage NONE = new Sabotage(UnaryOperator.identity());

  private Sabotage(UnaryOperator<Hosts> hosts) {
    this(hosts, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Nobody sees a lease. */
  static final Sabotage NO_LEASE =
      new Sabotage(hosts -> AlteredHosts.read(hosts, Alterations::withoutLease));

  /** Every save is carried out, whatever was saved since it was decided. */
  static final Sabotage NO_VERSION_CONDITION = new Sabotage(WithoutCondition::new);

  /** Who gives a host up leaves it to nobody: it looks as if it were published. */
  static final Sabotage NO_HAND_OVER =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Alterations::leftToNobody));

  /** Challenges whose time is over go from the host, but not from its zone. */
  static final Sabotage EXPIRY_NOT_PENDING = forgettingPending(ChangeKind.EXPIRED);

  /** No sweep sees that a challenge's time is over. */
  static final Sabotage NO_EXPIRY =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Alterations::withoutExpiry));

  /** A client that asks for what it has is not seen. */
  static final Sabotage NOT_SEEN =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Alterations::unseen));

  /** Nobody sees that a host may be silent for a time only. */
  static final Sabotage NO_SILENCE =
      new Sabotage(hosts -> AlteredHosts.listed(hosts, Alterations::withoutSilence));

  /** A batch with a bad change is not split. */
  static final Sabotage NOT_SPLIT = withZones(UnsplitZones::new);

  /** A token may do as much as any. */
  static final Sabotage NO_LIMITS =
      new Sabotage(UnaryOperator.identity(), UnaryOperator.identity(), limits -> Limits.USUAL);

  /** What a zone refuses is not written down. */
  static final Sabotage REFUSAL_NOT_SAID =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Alterations::withoutFault));

  /** An alias in place of a record set looks as if the record set were missing. */
  static final Sabotage ALIAS_NOT_SEEN = withZones(WithoutAliases::new);

  /** A comparison takes names for a host's that it has never published. */
  static final Sabotage FOREIGN_TAKEN_FOR_OWN =
      new Sabotage(hosts ->
          AlteredHosts.listed(
              hosts, host -> Alterations.with(host, true, host.settings().drift())));

  /** Whatever a host's policy, what drifted is repaired. */
  static final Sabotage ALWAYS_REPAIRED =
      new Sabotage(hosts ->
          AlteredHosts.listed(
              hosts,
              host -> Alterations.with(host, host.settings().wildcard(), DriftPolicy.REPAIR)));

  /** What drifted is said, but left to nobody to repair. */
  static final Sabotage NEVER_REPAIRED = forgettingPending(ChangeKind.DRIFTED);

  /** A host says nothing of what drifted. */
  static final Sabotage DRIFT_NOT_SAID =
      new Sabotage(hosts -> AlteredHosts.saved(hosts, Alterations::withoutDrift));

  private static Sabotage forgettingPending(ChangeKind kind) {
    return new Sabotage(
        hosts -> AlteredHosts.saved(hosts, save -> Alterations.withoutPending(save, kind)));
  }

  private static Sabotage withZones(UnaryOperator<Zones> zones) {
    return new Sabotage(UnaryOperator.identity(), zones, UnaryOperator.identity());
  }
}
