package io.github.dyn53.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String OTHER = "765432zyxwvutsrqponmlkjihgfedcba";
  private static final String URL = "https://abc.example";

  @TempDir private Path folder = Path.of("");

  private final Typist typist = new Typist();

  /** A person who types prepared answers. */
  private static final class Typist implements Questions {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();

    @Override
    public Optional<String> ask(String question) {
      said.add(question);
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> askHidden(String question) {
      return ask(question);
    }

    @Override
    public Optional<String> input() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public void say(String line) {
      said.add(line);
    }
  }

  @Test
  void asksForEverythingAndAgainForWhatMakesNoSense() throws Exception {
    typist.answers.addAll(
        List.of(
            "abc", URL + "/", "secret", TOKEN, "home", "Home.example.com nas.example.com", "ipv4"));

    SetupOutcome outcome = setup(wishes(List.of(), new TokenOrigin.Asked(), List.of()));

    assertThat(outcome).isEqualTo(new SetupOutcome.Written(file()));
    assertThat(Files.readString(file()))
        .endsWith(
            """
            endpoint = https://abc.example
            token = abcdefghijklmnopqrstuvwxyz234567
            ipv6 = none
            host = home.example.com
            host = nas.example.com
            """);
    assertThat(typist.said).noneMatch(line -> line.contains("secret") || line.contains(TOKEN));
  }

  @Test
  void writesTheFileClosedToOthers() throws Exception {
    typist.answers.add(TOKEN);

    setup(wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com")));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("dyn53.conf");
  }

  @Test
  void namesATokenFileAndDoesNotCopyIt() throws Exception {
    Path secret = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

    setup(wishes(List.of(URL), new TokenOrigin.File(secret), List.of("home.example.com")));

    assertThat(Files.readString(file())).contains("token-file = " + secret).doesNotContain(TOKEN);
  }

  @Test
  void refusesATokenFileThatOthersCanRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("token"), TOKEN);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(setup(wishes(List.of(URL), new TokenOrigin.File(secret), List.of("a.example.com"))))
        .asString()
        .contains("chmod 600");
    assertThat(file()).doesNotExist();
  }

  @Test
  void replacesTheSampleOfAPackage() throws Exception {
    Files.writeString(file(), "# a comment\n\n  #endpoint = https://abc.example\n");
    typist.answers.addAll(List.of(TOKEN));

    setup(wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com")));

    assertThat(file()).content().contains("host = home.example.com");
  }

  @Test
  void replacesAFileOnlyWhenForced() throws Exception {
    Files.writeString(file(), "mine");
    typist.answers.addAll(List.of(TOKEN));
    var wishes = wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com"));

    assertThat(setup(wishes)).asString().contains("is there already; --force replaces it");
    assertThat(file()).hasContent("mine");

    assertThat(setup(forced(wishes))).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(file())).contains("home.example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ftp://abc.example      | home.example.com | router          | --endpoint: that is not an address
          https://u:p@a.example  | home.example.com | router          | --endpoint: that is not an address
          https://abc.example    | home             | router          | --host: "home" is no full host name
          https://abc.example    | home.example.com | router:telepathy| --ipv4: a router is asked by
          """)
  void saysWhichFlagIsWrong(String url, String host, String ipv4, String text) {
    typist.answers.add(TOKEN);
    var wishes =
        new Wishes(
            List.of(url),
            new TokenOrigin.Input(),
            List.of(host),
            Optional.empty(),
            Optional.of(ipv4),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    SetupOutcome outcome = setup(wishes);

    assertThat(outcome).isInstanceOf(SetupOutcome.Unclear.class).asString().contains(text);
    assertThat(file()).doesNotExist();
  }

  @Test
  void saysWhichFlagIsMissingWhereNobodyIsThere() {
    assertThat(setup(wishes(List.of(URL), new TokenOrigin.Asked(), List.of())))
        .isEqualTo(
            new SetupOutcome.Unclear("nobody is there to ask: give --token-file or --token-stdin"));
  }

  @Test
  void takesSeveralNamesInOneFlagAsAPersonTypesThem() throws Exception {
    typist.answers.add(TOKEN);

    setup(
        wishes(
            List.of(URL),
            new TokenOrigin.Input(),
            List.of("home.example.com,nas.example.com", "tv.example.com")));

    assertThat(file())
        .content()
        .endsWith("host = home.example.com\nhost = nas.example.com\nhost = tv.example.com\n");
  }

  @Test
  void asksAgainForFamiliesThatMakeNoSense() throws Exception {
    typist.answers.addAll(List.of(URL, TOKEN, "home.example.com", "maybe", "IPv6"));

    setup(wishes(List.of(), new TokenOrigin.Asked(), List.of()));

    assertThat(typist.said).contains("answer ipv4, ipv6 or both");
    assertThat(file()).content().contains("ipv4 = none\n");
  }

  @Test
  void namesNoLineOfAFileThatIsNotThere() {
    typist.answers.add(TOKEN);

    assertThat(
            setup(
                wishes(
                    List.of(URL),
                    new TokenOrigin.Input(),
                    List.of("home.example.com", "home.example.com"))))
        .isEqualTo(
            new SetupOutcome.Failed(
                "nothing was written, because it could not be used:"
                    + " host: home.example.com is there already"));
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

    SetupOutcome outcome = setup(from(wishes, old));

    assertThat(outcome).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(file()))
        .contains("endpoint = https://abc.example", "host = home.example.com");
    assertThat(typist.said).anyMatch(line -> line.startsWith("left out: postscript"));
  }

  @Test
  void takesOverHostsFromDdclientButNotWhatFlagsSay() throws Exception {
    Path old = ddclient("use=web, server=members.dyndns.org, login=x, password=y home.example.com");
    typist.answers.add(TOKEN);
    Wishes wishes =
        from(wishes(List.of("https://abc.example/"), new TokenOrigin.Input(), List.of()), old);

    assertThat(setup(wishes)).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(file()))
        .contains(
            "endpoint = https://abc.example\n", "token = " + TOKEN, "host = home.example.com");
    assertThat(typist.said).isEmpty();
  }

  @Test
  void takesNoOtherHostsThanDdclients() throws Exception {
    Path old = ddclient("");
    Wishes wishes =
        from(wishes(List.of(), new TokenOrigin.Asked(), List.of("nas.example.com")), old);

    assertThat(setup(wishes))
        .isEqualTo(
            new SetupOutcome.Unclear(
                "--host: with --from-ddclient the hosts are those of the file"));
    assertThat(file()).doesNotExist();
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
    typist.answers.addAll(List.of("hunter2", TOKEN));

    SetupOutcome outcome = setup(from(nothing(), old));

    assertThat(outcome).isInstanceOf(SetupOutcome.Written.class);
    assertThat(typist.said)
        .contains(
            "left out: host home.example.com: its password for https://abc.example is no token of"
                + " dyn53");
    assertThat(tokens()).containsExactly("home.example.com " + TOKEN, "nas.example.com " + OTHER);
  }

  @Test
  void asksForTheEndpointThatDdclientDoesNotName() throws Exception {
    Path old = ddclient("use=web, login=me, password=hunter2 home.example.com");
    typist.answers.addAll(List.of(URL, TOKEN));

    assertThat(setup(from(nothing(), old))).isInstanceOf(SetupOutcome.Written.class);

    assertThat(file()).content().contains("endpoint = https://abc.example\n");
    assertThat(tokens()).containsExactly("home.example.com " + TOKEN);
  }

  /** Another provider's server is not where a token of ours belongs. */
  @Test
  void sendsNoTokenToAServerThatMayBeAnotherProviders() throws Exception {
    Path old =
        ddclient("use=web, server=members.dyndns.org, login=me, password=x home.example.com");
    typist.answers.addAll(List.of(TOKEN, URL));
    Wishes wishes = from(wishes(List.of(), new TokenOrigin.Input(), List.of()), old);

    assertThat(setup(wishes)).isInstanceOf(SetupOutcome.Written.class);

    assertThat(file()).content().contains("endpoint = " + URL).doesNotContain("dyndns.org");
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

    assertThat(setup(from(nothing(), old)))
        .isEqualTo(new SetupOutcome.Unclear("nobody is there to ask: " + text));
  }

  @Test
  void showsNothingOfDdclientThatATerminalWouldObey() throws Exception {
    Path old =
        ddclient(
            "server=abc.example, password=abcdefghijklmnopqrstuvwxyz234567, \u001b[31mred\u0007=1, %s=1, use=if, if=\u001b[2J home.example.com"
                .formatted("long".repeat(500)));

    SetupOutcome outcome = setup(from(withInput(), old));

    assertThat(typist.said)
        .contains("left out: ?[31mred?: there is nothing like it here")
        .allMatch(line -> line.length() < 400);
    assertThat(outcome.toString() + typist.said).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void refusesADdclientConfThatIsNoText() throws Exception {
    Path old = Files.write(folder.resolve("ls"), new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 'a', '='});

    assertThat(setup(from(nothing(), old)))
        .isEqualTo(new SetupOutcome.Unclear("--from-ddclient: " + old + " is no text"));
    assertThat(typist.said).isEmpty();
  }

  private List<String> tokens() throws Exception {
    return ConfigurationFile.parse("test", Files.readString(file())).hosts().stream()
        .map(host -> host.name() + " " + host.token().value())
        .toList();
  }

  private static Wishes nothing() {
    return wishes(List.of(), new TokenOrigin.Asked(), List.of());
  }

  private Wishes withInput() {
    typist.answers.add(TOKEN);
    return wishes(List.of(), new TokenOrigin.Input(), List.of());
  }

  private Path ddclient(String text) throws IOException {
    return Files.writeString(folder.resolve("ddclient.conf"), text);
  }

  private Path file() {
    return folder.resolve("dyn53.conf");
  }

  private SetupOutcome setup(Wishes wishes) {
    return new Setup(typist, file()).write(wishes);
  }

  private static Wishes wishes(List<String> endpoints, TokenOrigin token, List<String> hosts) {
    return new Wishes(
        endpoints,
        token,
        hosts,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Wishes forced(Wishes wishes) {
    return new Wishes(
        wishes.endpoints(),
        wishes.token(),
        wishes.hosts(),
        wishes.caFile(),
        wishes.ipv4(),
        wishes.ipv6(),
        wishes.file(),
        wishes.ddclient(),
        true);
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
