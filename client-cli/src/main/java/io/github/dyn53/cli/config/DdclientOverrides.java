package io.github.dyn53.cli.config;

import java.util.List;
import java.util.Optional;

/**
 * What is to stand in a {@code dyn53.conf} whatever the {@code ddclient.conf} that it is made from
 * says.
 *
 * @param endpoints in order of preference; the file's server where empty
 * @param tokenLine {@code token = ...} or {@code token-file = ...}, for all hosts
 * @param ipv4 a chain of sources, for all hosts
 * @param ipv6 a chain of sources, for all hosts
 */
public record DdclientOverrides(
    List<String> endpoints,
    Optional<String> tokenLine,
    Optional<String> ipv4,
    Optional<String> ipv6) {

  /** All as the file says. */
  public static final DdclientOverrides NONE =
      new DdclientOverrides(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public DdclientOverrides {
    endpoints = List.copyOf(endpoints);
  }

  /** The same for a deployment at these addresses. */
  public DdclientOverrides at(List<String> others) {
    return new DdclientOverrides(others, tokenLine, ipv4, ipv6);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "DdclientOverrides" + endpoints;
  }
}
