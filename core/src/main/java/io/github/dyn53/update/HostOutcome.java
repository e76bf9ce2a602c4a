package io.github.dyn53.update;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.dns.SpecialPurpose;

/** What came of a request for one host. */
public sealed interface HostOutcome {

  /**
   * What a leader's line says when this became of one that follows it: whether anything moved. What
   * went wrong with a follower alone is not the leader's.
   */
  default HostOutcome speakingFor(Hostname follower, HostOutcome outcome) {
    boolean still = this instanceof Unchanged || this instanceof OverLimit;
    return switch (outcome) {
      case Changed() -> still ? new Changed() : this;
      case HandedOver(String reason) -> still ? new HandedOver(follower + ": " + reason) : this;
      case OverLimit(String reason) ->
          this instanceof Unchanged ? new OverLimit(follower + ": " + reason) : this;
      case Unchanged() -> this;
      case NoHost() -> this;
      case Unreadable unused -> this;
      case Blocked() -> this;
      case AddressRefused unused -> this;
      case SubnetRefused unused -> this;
      case ZoneRefused unused -> this;
    };
  }

  /** The wish is durable and published. */
  record Changed() implements HostOutcome {}

  /** DNS already answered with what was asked for; nothing was published. */
  record Unchanged() implements HostOutcome {}

  /** No such host, or not with this token: one case, so that nobody can probe for names. */
  record NoHost() implements HostOutcome {}

  /**
   * The host is stored in a form that can't be read; it was left as it is.
   *
   * @param reason in words that an owner can act on
   */
  record Unreadable(String reason) implements HostOutcome {}

  /** The owner has blocked this host. */
  record Blocked() implements HostOutcome {}

  /** The host's policy refuses such an address; nothing was changed. */
  record AddressRefused(IpAddress address, SpecialPurpose purpose) implements HostOutcome {

    /** What the log and the history say: the address, what it is and what follows. */
    public String describe() {
      String consequence =
          purpose == SpecialPurpose.CARRIER_GRADE_NAT
              ? "the provider's own NAT stands in between, so this host can't be reached over IPv4"
              : "it can't be reached from outside";
      return "%s: %s was refused, %s".formatted(purpose.word(), address.text(), consequence);
    }
  }

  /** The host is in a subnet that is not behind the prefix; nothing was changed. */
  record SubnetRefused(Ipv6Prefix prefix, int subnet) implements HostOutcome {

    /** What the log and the history say. */
    public String describe() {
      return "%s has no subnet %d, so this host has no address there".formatted(prefix, subnet);
    }
  }

  /**
   * The token may not do so much; nothing was changed.
   *
   * @param reason what was too much
   */
  record OverLimit(String reason) implements HostOutcome {}

  /**
   * The wish is durable, but Route 53 won't publish it.
   *
   * @param reason in words that an owner can act on
   */
  record ZoneRefused(String reason) implements HostOutcome {}

  /**
   * The wish is durable and will be published, but not by this request.
   *
   * @param reason for the log
   */
  record HandedOver(String reason) implements HostOutcome {}
}
