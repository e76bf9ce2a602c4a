package io.github.dyn53.cli.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All the companion was asked to do.
 *
 * @param endpoints in order of preference, without a slash at the end
 * @param caFile roots to trust in place of the system's
 * @param checkDns whether to compare with what the zone's name servers answer
 * @param state folder for what is remembered
 * @param tokenFiles where tokens were read from, besides the configuration itself
 */
public record Configuration(
    List<URI> endpoints,
    Optional<Path> caFile,
    Pace pace,
    boolean checkDns,
    HookSettings hooks,
    Optional<Path> state,
    List<HostSettings> hosts,
    List<Path> tokenFiles) {

  public Configuration {
    endpoints = List.copyOf(endpoints);
    hosts = List.copyOf(hosts);
    tokenFiles = List.copyOf(tokenFiles);
  }

  /** What may be used but is unwise, each in a sentence. */
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    for (URI endpoint : endpoints) {
      if ("http".equals(endpoint.getScheme()) && !isLoopback(endpoint.getHost())) {
        warnings.add(
            "endpoint " + endpoint + ": your token goes there unencrypted; use https if you can");
      }
    }
    return warnings;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }
}
