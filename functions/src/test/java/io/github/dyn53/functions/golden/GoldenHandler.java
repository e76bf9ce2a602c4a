package io.github.dyn53.functions.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.HandMovedClock;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.http.JacksonTexts;
import io.github.dyn53.functions.http.UpdateHandler;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemorySnapshots;
import io.github.dyn53.memory.InMemoryStorms;
import io.github.dyn53.memory.InMemoryTokens;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.probe.Reachability;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.Services;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.Updater;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The real handler over ports in memory that hold the golden state. */
public final class GoldenHandler {

  private static final ZoneId EXAMPLE_COM = new ZoneId("ZEXAMPLECOM");

  private final List<String> log = new ArrayList<>();
  private final InMemoryHosts hosts = new InMemoryHosts();
  private final InMemoryZones zones = new InMemoryZones();
  private final UpdateHandler handler;

  public GoldenHandler() {
    var state = new GoldenState(EXAMPLE_COM, new ZoneId("ZEXAMPLENET"));
    var clock = new HandMovedClock(Instant.parse("2026-11-22T10:15:30Z"));
    var tokens = new InMemoryTokens();
    zones.create(state.exampleCom());
    zones.create(state.exampleNet());
    state.load(hosts, tokens, zones, clock);
    var storms = new InMemoryStorms();
    var publisher = new Publisher(zones, hosts, storms, clock, Duration.ofSeconds(3));
    var snapshots = new InMemorySnapshots(tokens, hosts, storms);
    var updater = new Updater(snapshots, hosts, publisher, clock, new SplittableRandom(1));
    this.handler =
        new UpdateHandler(
            new FrontDoor(
                new Services(
                    updater,
                    new Challenger(updater, zones, clock::advance, clock, Duration.ofSeconds(20)),
                    new PortProbes((address, port) -> Reachability.OPEN, clock),
                    new JacksonTexts(),
                    Optional.of(new DnsName("example.com")))),
            clock,
            log::add);
  }

  /** Makes the next call go wrong. */
  public void failNext(GoldenEvent.Fault fault) {
    switch (fault) {
      case NONE -> {}
      case ROUTE53_BUSY -> zones.failNext(InMemoryZones.Fault.BUSY);
      case DYNAMODB_DOWN -> hosts.failNext(InMemoryHosts.Fault.NOT_DONE);
    }
  }

  /** The reply to an event, read from JSON. */
  public Map<String, Object> answer(String event) throws IOException {
    return answer(event.getBytes(UTF_8));
  }

  /** The reply to whatever arrives, read from JSON. */
  public Map<String, Object> answer(byte[] event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handle(new ByteArrayInputStream(event), out);
    return JSON.std.mapFrom(out.toString(UTF_8));
  }

  /** The values that a zone of the golden state holds. */
  public List<String> records(String name, RecordType type) {
    return zones
        .find(EXAMPLE_COM, new RecordKey(new DnsName(name), type), Duration.ofSeconds(1))
        .map(RecordSet::values)
        .orElse(List.of());
  }

  /** The lines of the log so far. */
  public List<String> log() {
    return List.copyOf(log);
  }
}
