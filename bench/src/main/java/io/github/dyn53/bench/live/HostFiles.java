package io.github.dyn53.bench.live;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.ReadyFile;
import io.github.dyn53.emulator.dynamodb.EmbeddedDynamoDb;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbTokens;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The emulator's folder with many hosts in it, written past the admin function: it takes minutes.
 */
final class HostFiles {

  /** Opens all of these hosts; they live as long as one run. */
  static final Secret SECRET = new Secret("abcdefghijklmnopqrstuvwxyz234567");

  private HostFiles() {}

  static String name(int host) {
    return "h" + host + ".dyn.test";
  }

  static void fill(Path data, ReadyFile.Zone zone, int count) {
    try (EmbeddedDynamoDb tables = EmbeddedDynamoDb.in(data)) {
      new DynamoDbTokens(tables.client(), Tables.NAMES).put(token());
      var hosts = new DynamoDbHosts(tables.client(), Tables.NAMES);
      List<HostSave> saves =
          IntStream.range(0, count)
              .mapToObj(host -> new Hostname(name(host)))
              .map(name -> Host.added(name, HostSettings.in(new ZoneId(zone.id()))))
              .map(HostSave::silent)
              .toList();
      for (int from = 0; from < count; from += Hosts.MOST_SAVED) {
        hosts.save(saves.subList(from, Math.min(count, from + Hosts.MOST_SAVED)));
      }
    }
  }

  private static Token token() {
    return new Token(
        SECRET.hash(),
        "storm",
        Role.DEVICE,
        List.of(new Grant(new Hostname("*.dyn.test"), Grant.ADDRESSES, Optional.empty())),
        Instant.now(),
        Optional.empty(),
        List.of());
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
