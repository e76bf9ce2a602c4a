package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.log.LogLines.Loudness;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.cli.update.Event.Kind;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JsonLogTest {

  private static final Addresses NEW =
      Addresses.NONE.with(IpAddress.parse("11.22.33.44").orElseThrow());
  private static final Addresses OLD =
      Addresses.NONE.with(IpAddress.parse("2a00::1").orElseThrow());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesALineOfTheLog() {
    log(Loudness.NORMAL).warn("it \"rains\"");

    assertThat(said())
        .isEqualTo(
            """
            {"time":"2026-11-28T12:00:00Z","level":"warning","text":"it \\"rains\\""}
            """);
  }

  @Test
  void writesHostAndAddressesOfAnEventForPrograms() {
    log(Loudness.NORMAL).happened(event(Kind.CHANGED));

    assertThat(said())
        .isEqualTo(
            """
            {"time":"2026-11-28T12:00:00Z","level":"event","text":"home.example.com: it moved",\
            "event":"changed","host":"home.example.com","ipv4":"11.22.33.44","ipv6":null,\
            "oldIpv4":null,"oldIpv6":"2a00::1","reason":"it moved"}
            """);
  }

  @Test
  void writesOnlyWhatIsWrongWhenQuiet() {
    for (Kind kind : Kind.values()) {
      log(Loudness.QUIET).happened(event(kind));
    }

    assertThat(said()).doesNotContain("\"changed\"");
    assertThat(said().lines()).hasSize(Kind.values().length - 1);
  }

  @Test
  void tellsTheHooksAsWell() {
    var hooks = new ArrayList<Event>();

    new EventLines(log(Loudness.NORMAL), hooks::add).happened(event(Kind.TROUBLE));

    assertThat(hooks).containsExactly(event(Kind.TROUBLE));
    assertThat(said()).contains("\"event\":\"trouble\"");
  }

  private JsonLog log(Loudness loudness) {
    return new JsonLog(
        new PrintStream(out, true), loudness, () -> Instant.parse("2026-11-28T12:00:00Z"));
  }

  private static Event event(Kind kind) {
    return new Event(kind, new Hostname("home.example.com"), NEW, OLD, "it moved");
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
