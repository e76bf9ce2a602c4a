package io.github.dyn53;

import io.github.dyn53.access.Secret;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Names that no other test uses: the tables and zones of a contract test may be shared. */
public final class FreshNames {

  private static final RandomGenerator RANDOM = new SecureRandom();

  private FreshNames() {}

  /** A label. */
  public static String label() {
    return "t" + UUID.randomUUID();
  }

  /** A host name. */
  public static Hostname hostname() {
    return new Hostname(label() + ".contract.example");
  }

  /** Several host names. */
  public static List<Hostname> hostnames(int count) {
    return Stream.generate(FreshNames::hostname).limit(count).toList();
  }

  /** The hash of a secret that nobody has. */
  public static TokenHash tokenHash() {
    return Secret.random(RANDOM).hash();
  }
}
