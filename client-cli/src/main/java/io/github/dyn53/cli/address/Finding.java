package io.github.dyn53.cli.address;

import io.github.dyn53.dns.IpAddress;

/** What a source said of one address family. */
public sealed interface Finding {

  /**
   * This is the address; whether the world can reach it is not the source's to judge.
   *
   * @param by which source, and where it is more than one thing, which part of it, such as {@code
   *     router (PCP)}
   */
  record Found(IpAddress address, String by) implements Finding {}

  /**
   * This connection has no address of the family, as far as the source can know.
   *
   * @param byRouter whether a router says it of its outer side: many have an address of the
   *     provider's NAT there and hide it, since it is of no use for a port forwarding
   */
  record None(String reason, boolean byRouter) implements Finding {

    /** Not said by a router. */
    public None(String reason) {
      this(reason, false);
    }
  }

  /**
   * The source can't tell at present: it did not answer, or made no sense.
   *
   * @param byEndpoint whether it is the endpoint that could not be reached, or is in trouble
   */
  record Failed(String reason, boolean byEndpoint) implements Finding {

    /** Another than the endpoint can't tell. */
    public Failed(String reason) {
      this(reason, false);
    }
  }
}
