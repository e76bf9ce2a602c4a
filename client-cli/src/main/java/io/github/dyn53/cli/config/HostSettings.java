package io.github.dyn53.cli.config;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;

/**
 * One host that is to follow this connection.
 *
 * @param token what the endpoint knows its owner by
 * @param ipv4 the chain of sources for its IPv4 address
 * @param ipv6 the chain of sources for its IPv6 address
 */
public record HostSettings(Hostname name, Secret token, String ipv4, String ipv6) {

  /** The chain of sources for a family. */
  public String sources(Family family) {
    return switch (family) {
      case IPV4 -> ipv4;
      case IPV6 -> ipv6;
    };
  }
}
