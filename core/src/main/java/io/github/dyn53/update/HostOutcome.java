package io.github.dyn53.update;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;

/** What came of a request for one host. */
public sealed interface HostOutcome {

  /** The wish is durable and published. */
  record Changed() implements HostOutcome {}

  /** DNS already answered with what was asked for; nothing was published. */
  record Unchanged() implements HostOutcome {}

  /** No such host, or not with this token: one case, so that nobody can probe for names. */
  record NoHost() implements HostOutcome {}

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
