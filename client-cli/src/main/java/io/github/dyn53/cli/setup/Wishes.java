package io.github.dyn53.cli.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the flags of setup say; what they leave open is asked.
 *
 * @param token where it comes from: never the command line, which every program can read
 * @param caFile certificates to trust in place of the system's
 * @param ipv4 a chain of sources
 * @param ipv6 a chain of sources
 * @param file where the configuration is to go
 * @param ddclient a file of ddclient's to take over
 * @param force whether a file that is there may be replaced
 */
public record Wishes(
    List<String> endpoints,
    TokenOrigin token,
    List<String> hosts,
    Optional<Path> caFile,
    Optional<String> ipv4,
    Optional<String> ipv6,
    Optional<Path> file,
    Optional<Path> ddclient,
    boolean force) {

  public Wishes {
    endpoints = List.copyOf(endpoints);
    hosts = List.copyOf(hosts);
  }

  /** Where the token comes from. */
  public sealed interface TokenOrigin {

    /** A person types it. */
    record Asked() implements TokenOrigin {}

    /** The first line of standard input. */
    record Input() implements TokenOrigin {}

    /** A file of its own, which the configuration then names. */
    record File(Path path) implements TokenOrigin {}
  }
}
