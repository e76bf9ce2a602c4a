package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;

class HostedZonesTest {
  @TempDir Path folder;

  @Test
  void makesZoneWithSoaAndFourNameServers() {
    var zone = TestZones.empty().create("Dyn.Example.org");

    assertThat(zone.id()).matches("Z[A-Z0-9]{20}");
    assertThat(TestZones.describe(zone.records().stream()))
        .containsExactly("dyn.example.org. NS", "dyn.example.org. SOA");
    assertThat(zone.find(zone.name(), RecordType.NS).orElseThrow().values())
        .hasSize(4)
        .allMatch(server -> server.matches("ns-\\d+\\.awsdns-\\d\\d+\\.(com|net|org|co\\.uk)\\."));
    assertThat(zone.soa().ttl()).isEqualTo(900);
    assertThat(zone.isBare()).isTrue();
  }

  @Test
  void refusesZoneThatHasNoName() {
    assertThatThrownBy(() -> TestZones.empty().create("a..org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a..org");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a.example.org.,     example.org.
          example.org.,       example.org.
          a.dyn.example.org., dyn.example.org.
          dyn.example.org.,   dyn.example.org.
          evildyn.example.org., example.org.
          """)
  void findsClosestZone(String name, String apex) {
    var zones = TestZones.empty();
    zones.create("example.org");
    zones.create("dyn.example.org");

    assertThat(zones.enclosing(Name.fromConstantString(name)).orElseThrow().name())
        .isEqualTo(Name.fromConstantString(apex));
    assertThat(zones.enclosing(Name.fromConstantString("example.net."))).isEmpty();
  }

  @Test
  void keepsZonesOverRestart() throws InvalidValueException {
    var before = HostedZones.kept(folder, new Random(1));
    var zone = before.create("dyn.test");
    TestZones.put(before, zone, "*.dyn.test", RecordType.A, 60, "192.0.2.1");
    TestZones.put(before, zone, "t.dyn.test", RecordType.TXT, 0, "\"a\\\"b\" \"\\344\"");

    var after = HostedZones.kept(folder, new Random(2));

    var kept = after.findByName("DYN.test.").orElseThrow();
    assertThat(kept.description()).isEqualTo(zone.description());
    assertThat(kept.records().stream().toList())
        .isEqualTo(
            before.find("/hostedzone/" + zone.id()).orElseThrow().records().stream().toList());
    assertThat(kept.find(Names.read("*.dyn.test"), RecordType.A).orElseThrow().values())
        .containsExactly("192.0.2.1");
  }

  @Test
  void showsNoChangeThatCouldNotBeWritten() throws IOException {
    var zones = HostedZones.kept(folder.resolve("data"), new Random(1));
    var zone = zones.create("dyn.test");
    try (var files = Files.list(folder.resolve("data"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder.resolve("data"));

    assertThatThrownBy(
            () -> TestZones.put(zones, zone, "a.dyn.test", RecordType.A, 60, "192.0.2.1"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("zones.json");
    assertThat(zones.find(zone.id()).orElseThrow().isBare()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                       | Unexpected end-of-input
          {"zones":[{"id":"Z1"}]}                 | name
          {"zones":[{"id":"Z1","name":"a..b","callerReference":"r","comment":"","nameServers":["n."],"recordSets":[]}]} | DomainLabelEmpty
          {"zones":[{"id":"Z1","name":"a.b","callerReference":"r","comment":"","nameServers":["n."],"recordSets":[{"name":"a.b","type":"A","ttl":1,"values":["999"]}]}]} | IllegalIPv4
          """)
  void saysWhatIsWrongWithItsFile(String content, String problem) throws IOException {
    Files.writeString(folder.resolve("zones.json"), content);

    assertThatThrownBy(() -> HostedZones.kept(folder, new Random(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("zones.json")
        .hasMessageContaining(problem);
  }

  @Test
  void losesNoChangeOfSeveralThreads() {
    var zones = TestZones.empty();
    var zone = zones.create("dyn.test");

    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> TestZones.put(zones, zone, "h" + i + ".dyn.test", RecordType.A, 60, "192.0.2.1"));

    assertThat(zones.find(zone.id()).orElseThrow().records().size()).isEqualTo(402);
  }
}
