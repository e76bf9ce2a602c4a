package io.github.dyn53.functions.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dyn53.HandMovedClock;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryStorms;
import io.github.dyn53.memory.InMemoryTokens;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.publish.Publisher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** The admin function over ports in memory, with the zones example.com and dyn.example.com. */
final class AdminBed {

  static final ZoneId PARENT = new ZoneId("ZPARENT");
  static final ZoneId CHILD = new ZoneId("ZCHILD");

  final HandMovedClock clock = new HandMovedClock(Instant.parse("2026-11-22T10:15:30Z"));
  final InMemoryHosts hosts = new InMemoryHosts();
  final InMemoryTokens tokens = new InMemoryTokens();
  final InMemoryZones zones = new InMemoryZones();
  private final AdminHandler handler;

  AdminBed() {
    zones.create(PARENT);
    zones.create(CHILD);
    Map<ZoneId, DnsName> names =
        Map.of(PARENT, new DnsName("example.com"), CHILD, new DnsName("dyn.example.com"));
    var plan = new ZonePlan(() -> names, Optional.of(new DnsName("example.com")));
    var publisher = publisher();
    var configurations = new Configurations(Optional.of("https://ddns.example.com"));
    this.handler =
        new AdminHandler(
            new HostCommands(
                hosts,
                hosts,
                publisher,
                zones,
                plan,
                clock,
                new SplittableRandom(1),
                configurations),
            new TokenCommands(tokens, new Random(53), clock, configurations));
  }

  /** The answer to a command; single quotes stand for double ones. */
  JsonNode answer(String command) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handle(new ByteArrayInputStream(command.replace('\'', '"').getBytes(UTF_8)), out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  /** Carries out a command that must succeed. */
  JsonNode done(String command) throws IOException {
    JsonNode answer = answer(command);
    if (!answer.path("ok").booleanValue()) {
      throw new AssertionError(answer.toString());
    }
    return answer;
  }

  /** Gives a host an address, as a client would, and publishes it. */
  void update(String name, String address) {
    Hostname hostname = new Hostname(name);
    Host host = hosts.read(List.of(hostname)).host(hostname).orElseThrow();
    publish(
        host.wanting(host.wanted().with(IpAddress.parse(address).orElseThrow()), clock.instant()));
  }

  /** Gives a host a challenge, as a client for certificates would, and publishes it. */
  void challenge(String name, String value) {
    Hostname hostname = new Hostname(name);
    Host host = hosts.read(List.of(hostname)).host(hostname).orElseThrow();
    var challenge =
        new Challenge(new TxtValue(value), clock.instant().plus(Duration.ofMinutes(10)));
    publish(host.challenging(List.of(challenge), clock.instant()));
  }

  private void publish(Host next) {
    Host wanting = next.leased(HostSamples.leaseFrom(clock.instant()));
    if (!hosts.save(List.of(HostSave.silent(wanting)))) {
      throw new AssertionError("lost a race with nobody");
    }
    publisher().publish(List.of(wanting), clock.instant().plus(Duration.ofSeconds(30)));
  }

  private Publisher publisher() {
    return new Publisher(zones, hosts, new InMemoryStorms(), clock, Duration.ofSeconds(10));
  }

  Optional<RecordSet> record(ZoneId zone, String name) {
    return record(zone, name, RecordType.A);
  }

  Optional<RecordSet> record(ZoneId zone, String name, RecordType type) {
    return zones.find(zone, new RecordKey(new DnsName(name), type), Duration.ofSeconds(1));
  }
}
