package io.github.dyn53.functions.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.HandMovedClock;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.http.UpdateHandler;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemorySnapshots;
import io.github.dyn53.memory.InMemoryTokens;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.ReturnCode;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.update.Updater;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden event gets its reply from the handler over ports in memory. */
class GoldenEventsTest {

  private static final GoldenState STATE =
      new GoldenState(new ZoneId("ZEXAMPLECOM"), new ZoneId("ZEXAMPLENET"));

  private final HandMovedClock clock = new HandMovedClock(Instant.parse("2026-11-22T10:15:30Z"));
  private final InMemoryHosts hosts = new InMemoryHosts();
  private final InMemoryTokens tokens = new InMemoryTokens();
  private final InMemoryZones zones = new InMemoryZones();

  static List<GoldenEvent> events() {
    return GoldenEvent.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventGetsItsReply(GoldenEvent golden) throws IOException {
    zones.create(STATE.exampleCom());
    zones.create(STATE.exampleNet());
    STATE.load(hosts, tokens, zones, clock);
    fail(golden.fault());

    var out = new ByteArrayOutputStream();
    handler().handle(new ByteArrayInputStream(golden.event().getBytes(UTF_8)), out);

    assertThat(JSON.std.mapFrom(out.toString(UTF_8))).isEqualTo(golden.reply());
  }

  private void fail(GoldenEvent.Fault fault) {
    switch (fault) {
      case NONE -> {}
      case ROUTE53_BUSY -> zones.failNext(InMemoryZones.Fault.BUSY);
      case DYNAMODB_DOWN -> hosts.failNext(InMemoryHosts.Fault.NOT_DONE);
    }
  }

  private UpdateHandler handler() {
    var publisher = new Publisher(zones, hosts, clock);
    var updater = new Updater(new InMemorySnapshots(tokens, hosts), hosts, publisher, clock);
    return new UpdateHandler(new FrontDoor(updater), clock, line -> {});
  }

  @Test
  void everyFileHasItsOther() throws IOException {
    try (Stream<Path> files = Files.list(GoldenEvent.FOLDER)) {
      Set<String> names = files.map(file -> file.getFileName().toString()).collect(toSet());
      Set<String> replies = endingWith(names, GoldenEvent.REPLY);
      names.removeIf(name -> name.endsWith(GoldenEvent.REPLY));

      assertThat(replies).isEqualTo(endingWith(names, GoldenEvent.EVENT));
      assertThat(names).filteredOn(name -> !name.endsWith(".json")).containsOnly("README.md");
    }
  }

  private static <T> Collector<T, ?, Set<T>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Set<String> endingWith(Set<String> names, String ending) {
    return names.stream()
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .collect(Collectors.toSet());
  }

  @Test
  void thereAreEnough() {
    assertThat(events()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @EnumSource(ReturnCode.class)
  void everyReturnCodeIsSeen(ReturnCode code) {
    assertThat(events())
        .flatMap(golden -> Arrays.asList(String.valueOf(golden.reply().get("body")).split("[ \n]")))
        .contains(code.word());
  }
}
