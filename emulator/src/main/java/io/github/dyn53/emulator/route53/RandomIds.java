package io.github.dyn53.emulator.route53;

import java.util.List;
import java.util.random.RandomGenerator;

/** Ids and name servers of the shape that Route 53 hands out; for any number of threads. */
final class RandomIds {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int LENGTH = 20;
  private static final int SERVERS_PER_DOMAIN = 512;
  private static final List<String> SERVER_DOMAINS = List.of("com", "net", "org", "co.uk");

  private final RandomGenerator random;

  RandomIds(RandomGenerator random) {
    this.random = random;
  }

  synchronized String next(char kind) {
    var id = new StringBuilder().append(kind);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** One server in each of the four domains, as every delegation set has. */
  synchronized List<String> nameServers() {
    return SERVER_DOMAINS.stream().map(this::nameServer).toList();
  }

  private String nameServer(String domain) {
    int number =
        SERVER_DOMAINS.indexOf(domain) * SERVERS_PER_DOMAIN + random.nextInt(SERVERS_PER_DOMAIN);
    return "ns-%d.awsdns-%02d.%s.".formatted(number, number / 8, domain);
  }
}
