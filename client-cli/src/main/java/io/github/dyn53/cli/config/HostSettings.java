package io.github.dyn53.cli.config;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.util.List;

/**
 * One host that is to follow this connection.
 *
 * @param token what the endpoint knows its owner by
 * @param ipv4 the chain of sources for its IPv4 address
 * @param ipv6 the chain of sources for its IPv6 address
 */
public record HostSettings(
    Hostname name, Secret token, List<SourceSpec> ipv4, List<SourceSpec> ipv6) {

  public HostSettings {
    ipv4 = List.copyOf(ipv4);
    ipv6 = List.copyOf(ipv6);
  }

  /** The chain of sources for a family. */
  public List<SourceSpec> sources(Family family) {
    return switch (family) {
      case IPV4 -> ipv4;
      case IPV6 -> ipv6;
    };
  }
}
