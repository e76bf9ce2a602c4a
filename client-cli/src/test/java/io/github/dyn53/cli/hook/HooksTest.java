package io.github.dyn53.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.HookSettings;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.process.Processes;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HooksTest implements Log {

  private static final Addresses NOW =
      Addresses.NONE
          .with(IpAddress.parse("11.22.33.55").orElseThrow())
          .with(IpAddress.parse("2a00::1").orElseThrow());
  private static final Addresses BEFORE =
      Addresses.NONE.with(IpAddress.parse("11.22.33.44").orElseThrow());

  private final List<String> lines = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();

  private static Event event(Event.Kind kind) {
    return new Event(kind, new Hostname("home.example.com"), NOW, BEFORE, "it \"moved\"");
  }

  private void run(Duration timeout, Event.Kind kind, String script) {
    List<String> command = List.of("/bin/sh", "-c", script);
    List<String> wrong = List.of("/bin/sh", "-c", "echo wrong one");
    boolean change = kind == Event.Kind.CHANGED;
    var settings =
        new HookSettings(
            change ? command : wrong, change ? wrong : command, timeout, Optional.empty());
    new Hooks(settings, new HookProgram(timeout, this), Optional.empty(), Runnable::run)
        .happened(event(kind));
  }

  @Test
  void passesTheEventInTheEnvironment() {
    run(Duration.ofSeconds(20), Event.Kind.CHANGED, "env | grep ^DYN53_ | sort");

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            /bin/sh says: DYN53_EVENT=changed
            DYN53_HOST=home.example.com
            DYN53_IPV4=11.22.33.55
            DYN53_IPV6=2a00::1
            DYN53_OLD_IPV4=11.22.33.44
            DYN53_OLD_IPV6=
            DYN53_REASON=it "moved\"\
            """);
  }

  @Test
  void runsTheOtherProgramOnTrouble() {
    run(Duration.ofSeconds(20), Event.Kind.REFUSED, "echo $DYN53_EVENT; exit 3");

    assertThat(lines).containsExactly("/bin/sh ended with exit code 3", "/bin/sh says: refused");
    assertThat(warned).isEqualTo(lines);
  }

  @Test
  void killsAProgramThatDoesNotEndWithItsChildren() throws InterruptedException {
    run(
        Duration.ofSeconds(1),
        Event.Kind.CHANGED,
        "sleep 1000 & echo $!; sleep 1000 & echo $!; echo $$; wait; sleep 1000");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo("/bin/sh did not end within 1 s and was killed");
    String[] pids = lines.get(1).substring("/bin/sh says: ".length()).split("\n", -1);
    assertThat(pids).hasSize(3);
    for (String pid : pids) {
      assertThat(Processes.ends(Long.parseLong(pid))).as(pid).isTrue();
    }
  }

  @Test
  void keepsAFewKilobytesOfOutput() {
    run(Duration.ofSeconds(60), Event.Kind.CHANGED, "head -c 300000 /dev/zero | tr '\\0' 'x'");

    assertThat(lines).singleElement().asString().hasSize("/bin/sh says: ".length() + 4096);
  }

  /** 1,023 digits, then a letter of two bytes. */
  @Test
  void readsALetterThatLiesAcrossTwoBlocks() {
    run(Duration.ofSeconds(20), Event.Kind.CHANGED, "printf '%01023d\\303\\251' 0");

    assertThat(lines).singleElement().asString().endsWith("00\u00e9");
  }

  @Test
  void letsNoOutputPaintOnTheTerminal() {
    run(Duration.ofSeconds(20), Event.Kind.CHANGED, "printf '\\033[31mred'");

    assertThat(lines).containsExactly("/bin/sh says: ?[31mred");
  }

  @Test
  void saysThatAProgramIsNotThere() {
    var settings =
        new HookSettings(List.of("/not/there"), List.of(), Duration.ofSeconds(1), Optional.empty());
    new Hooks(settings, new HookProgram(settings.timeout(), this), Optional.empty(), Runnable::run)
        .happened(event(Event.Kind.CHANGED));

    assertThat(lines).containsExactly("/not/there is not to be found here");
  }

  @Test
  void postsTheEventAsJson() {
    var requests = new ArrayList<HttpRequest>();
    var webhook =
        new Webhook(
            request -> {
              requests.add(request);
              return new HttpReply(500, Map.of(), "");
            },
            URI.create("https://example.com/hook?secret=1"),
            "dyn53/test",
            this);
    var settings = new HookSettings(List.of(), List.of(), Duration.ofSeconds(1), Optional.empty());
    new Hooks(
            settings,
            new HookProgram(settings.timeout(), this),
            Optional.of(webhook),
            Runnable::run)
        .happened(event(Event.Kind.CHANGED));

    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).method()).isEqualTo("POST");
    assertThat(requests.get(0).headers()).containsEntry("Content-Type", "application/json");
    assertThat(requests.get(0).body())
        .contains(
            "{\"event\":\"changed\",\"host\":\"home.example.com\",\"ipv4\":\"11.22.33.55\","
                + "\"ipv6\":\"2a00::1\",\"oldIpv4\":\"11.22.33.44\",\"oldIpv6\":null,"
                + "\"reason\":\"it \\\"moved\\\"\"}");
    assertThat(lines).containsExactly("the webhook at example.com answered with status 500");
  }

  @Override
  public void tell(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    warned.add(line);
    lines.add(line);
  }

  @Override
  public void trace(String line) {
    lines.add(line);
  }
}
