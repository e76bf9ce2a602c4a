package io.github.dyn53.emulator;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.files.AtomicFile;
import io.github.dyn53.emulator.route53.HostedZone;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new emulator has so that it can be tried at once: a host {@code home} in each zone, and
 * one token that may update every host of these zones.
 */
final class Seed {

  private static final String TOKEN_NAME = "dyn53-local";

  private final Hosts hosts;
  private final Tokens tokens;
  private final InstantSource clock;

  Seed(Hosts hosts, Tokens tokens, InstantSource clock) {
    this.hosts = hosts;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The host of this name in a zone. */
  static Hostname home(HostedZone zone) {
    return new Hostname("home." + zone.name().toString(true));
  }

  /**
   * Adds what is missing.
   *
   * @param folder where the secret is kept; without it a new one is drawn each time
   * @return the secret
   */
  Secret plant(List<HostedZone> zones, Optional<Path> folder) {
    zones.forEach(this::addHome);
    Secret secret = folder.map(Seed::kept).orElseGet(() -> Secret.random(new SecureRandom()));
    List<Grant> grants = zones.stream().flatMap(Seed::grants).toList();
    tokens.put(
        new Token(
            secret.hash(),
            TOKEN_NAME,
            Role.DEVICE,
            grants,
            clock.instant(),
            Optional.empty(),
            List.of()));
    return secret;
  }

  private void addHome(HostedZone zone) {
    Hostname home = home(zone);
    if (hosts.read(List.of(home)).isEmpty()) {
      Host host = Host.added(home, HostSettings.in(new ZoneId(zone.id())));
      hosts.save(List.of(HostSave.silent(host)));
    }
  }

  /** The apex itself and everything below it. */
  private static Stream<Grant> grants(HostedZone zone) {
    String name = zone.name().toString(true);
    return Stream.of(name, "*." + name)
        .map(Hostname::parse)
        .flatMap(Optional::stream)
        .map(hostname -> new Grant(hostname, Optional.empty()));
  }

  private static Secret kept(Path folder) {
    Path file = folder.resolve("token");
    try {
      if (Files.exists(file)) {
        return Secret.parse(Files.readString(file).strip())
            .orElseThrow(() -> new IOException("it holds no token"));
      }
      Secret secret = Secret.random(new SecureRandom());
      AtomicFile.writePrivate(file, secret.value() + "\n");
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("could not keep the token in " + file, e);
    }
  }
}
