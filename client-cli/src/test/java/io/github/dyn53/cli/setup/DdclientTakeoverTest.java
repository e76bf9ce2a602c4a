package io.github.dyn53.cli.setup;

import static io.github.dyn53.cli.setup.SetupDesk.TOKEN;
import static io.github.dyn53.cli.setup.SetupDesk.URL;
import static io.github.dyn53.cli.setup.SetupDesk.wishes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdclientTakeoverTest {

  private static final String OTHER = "765432zyxwvutsrqponmlkjihgfedcba";

  @TempDir private Path folder = Path.of("");

  private SetupDesk desk;

  @BeforeEach
  void takeASeat() {
    desk = new SetupDesk(folder);
  }

  @Test
  void takesOverDdclientAndSaysWhatItLeftOut() throws Exception {
    Path old =
        ddclient(
            """
            ssl=yes
            use=web
            postscript=/bin/true
            protocol=dyndns2, server=abc.example, login=x, password=%s home.example.com
            """
                .formatted(TOKEN));
    Wishes wishes = wishes(List.of(), new TokenOrigin.Asked(), List.of());

    SetupOutcome outcome = desk.setup(from(wishes, old));

    assertThat(outcome).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(desk.file()))
        .contains("endpoint = https://abc.example", "host = home.example.com");
    assertThat(desk.said()).anyMatch(line -> line.startsWith("left out: postscript"));
  }

  @Test
  void takesOverHostsFromDdclientButNotWhatFlagsSay() throws Exception {
    Path old = ddclient("use=web, server=members.dyndns.org, login=x, password=y home.example.com");
    desk.type(TOKEN);
    Wishes wishes =
        from(wishes(List.of("https://abc.example/"), new TokenOrigin.Input(), List.of()), old);

    assertThat(desk.setup(wishes)).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(desk.file()))
        .contains(
            "endpoint = https://abc.example\n", "token = " + TOKEN, "host = home.example.com");
    assertThat(desk.said()).isEmpty();
  }

  @Test
  void takesNoOtherHostsThanDdclients() throws Exception {
    Path old = ddclient("");
    Wishes wishes =
        from(wishes(List.of(), new TokenOrigin.Asked(), List.of("nas.example.com")), old);

    assertThat(desk.setup(wishes))
        .isEqualTo(
            new SetupOutcome.Unclear(
                "--host: with --from-ddclient the hosts are those of the file"));
    assertThat(desk.file()).doesNotExist();
  }

  @Test
  void asksForTheTokenThatDdclientDoesNotHave() throws Exception {
    Path old =
        ddclient(
            """
            ssl=yes, use=web, server=abc.example, login=me
            password=hunter2 home.example.com
            password=%s nas.example.com
            """
                .formatted(OTHER));
    desk.type("hunter2", TOKEN);

    SetupOutcome outcome = desk.setup(from(nothing(), old));

    assertThat(outcome).isInstanceOf(SetupOutcome.Written.class);
    assertThat(desk.said())
        .contains(
            "left out: host home.example.com: its password for https://abc.example is no token of"
                + " dyn53");
    assertThat(tokens()).containsExactly("home.example.com " + TOKEN, "nas.example.com " + OTHER);
  }

  @Test
  void asksForTheEndpointThatDdclientDoesNotName() throws Exception {
    Path old = ddclient("use=web, login=me, password=hunter2 home.example.com");
    desk.type(URL, TOKEN);

    assertThat(desk.setup(from(nothing(), old))).isInstanceOf(SetupOutcome.Written.class);

    assertThat(desk.file()).content().contains("endpoint = https://abc.example\n");
    assertThat(tokens()).containsExactly("home.example.com " + TOKEN);
  }

  /** Another provider's server is not where a token of ours belongs. */
  @Test
  void sendsNoTokenToAServerThatMayBeAnotherProviders() throws Exception {
    Path old =
        ddclient("use=web, server=members.dyndns.org, login=me, password=x home.example.com");
    desk.type(TOKEN, URL);
    Wishes wishes = from(wishes(List.of(), new TokenOrigin.Input(), List.of()), old);

    assertThat(desk.setup(wishes)).isInstanceOf(SetupOutcome.Written.class);

    assertThat(desk.file()).content().contains("endpoint = " + URL).doesNotContain("dyndns.org");
    assertThat(tokens()).containsExactly("home.example.com " + TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          server=abc.example, password=x h.example.com | give --endpoint
          password=x h.example.com                     | give --endpoint
          """)
  void saysWhichFlagGivesWhatDdclientDoesNot(String line, String text) throws Exception {
    Path old = ddclient(line);

    assertThat(desk.setup(from(nothing(), old)))
        .isEqualTo(new SetupOutcome.Unclear("nobody is there to ask: " + text));
  }

  @Test
  void showsNothingOfDdclientThatATerminalWouldObey() throws Exception {
    Path old =
        ddclient(
            "server=abc.example, password=abcdefghijklmnopqrstuvwxyz234567, \u001b[31mred\u0007=1, %s=1, use=if, if=\u001b[2J home.example.com"
                .formatted("long".repeat(500)));

    SetupOutcome outcome = desk.setup(from(withInput(), old));

    assertThat(desk.said())
        .contains("left out: ?[31mred?: there is nothing like it here")
        .allMatch(line -> line.length() < 400);
    assertThat(outcome.toString() + desk.said()).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void refusesADdclientConfThatIsNoText() throws Exception {
    Path old = Files.write(folder.resolve("ls"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 'a', '='});

    assertThat(desk.setup(from(nothing(), old)))
        .isEqualTo(new SetupOutcome.Unclear("--from-ddclient: " + old + " is no text"));
    assertThat(desk.said()).isEmpty();
  }

  private List<String> tokens() throws Exception {
    return ConfigurationFile.parse("test", Files.readString(desk.file())).hosts().stream()
        .map(host -> host.name() + " " + host.token().value())
        .toList();
  }

  private static Wishes nothing() {
    return wishes(List.of(), new TokenOrigin.Asked(), List.of());
  }

  private Wishes withInput() {
    desk.type(TOKEN);
    return wishes(List.of(), new TokenOrigin.Input(), List.of());
  }

  private Path ddclient(String text) throws IOException {
    return Files.writeString(folder.resolve("ddclient.conf"), text);
  }

  private static Wishes from(Wishes wishes, Path ddclient) {
    return new Wishes(
        wishes.endpoints(),
        wishes.token(),
        wishes.hosts(),
        wishes.caFile(),
        wishes.ipv4(),
        wishes.ipv6(),
        wishes.file(),
        Optional.of(ddclient),
        false);
  }
}
