package io.github.dyn53.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dyn53.cli.address.SourceSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String OTHER = "765432zyxwvutsrqponmlkjihgfedcba";
  private static final String PLAIN =
      "endpoint = https://a.example\ntoken = %s\nhost = home.example.com\n".formatted(TOKEN);

  @TempDir private Path folder = Path.of("");

  @Test
  void readsEverything() throws IOException {
    Path roots = Files.createFile(folder.resolve("my roots.pem"));
    Configuration configuration =
        parse(
            """
            # my home
            endpoint = https://a.example/    # the first
            endpoint = https://b.example/prod
            token = %s
            ca-file = "%s"
            poll = 30s
            endpoint-poll = 20m
            refresh = 2d
            check-dns = yes
            on-change = /bin/say 'it moved' twice
            hook-timeout = 5s
            webhook = https://example.com/hook?secret=1
            state = /var/lib/x
            host = home.example.com
            host = NAS.example.com.
            ipv6 = command:/usr/local/bin/nas#1
            token = %s
            """
                .formatted(TOKEN, roots, OTHER));

    assertThat(configuration.endpoints())
        .containsExactly(URI.create("https://a.example"), URI.create("https://b.example/prod"));
    assertThat(configuration.caFile()).contains(roots);
    assertThat(configuration.pace())
        .isEqualTo(new Pace(Duration.ofSeconds(30), Duration.ofMinutes(20), Duration.ofDays(2)));
    assertThat(configuration.checkDns()).isTrue();
    assertThat(configuration.hooks().onChange()).containsExactly("/bin/say", "it moved", "twice");
    assertThat(configuration.hooks().onTrouble()).isEmpty();
    assertThat(configuration.hooks().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(configuration.state()).contains(Path.of("/var/lib/x"));
    assertThat(configuration.hosts())
        .extracting(host -> host.name().value(), host -> host.token().value())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("home.example.com", TOKEN),
            org.assertj.core.groups.Tuple.tuple("nas.example.com", OTHER));
  }

  @Test
  void hasDefaultsForWhatIsLeftOut() {
    Configuration configuration = parse(PLAIN);

    assertThat(configuration.pace())
        .isEqualTo(new Pace(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofHours(24)));
    assertThat(configuration.checkDns()).isFalse();
    assertThat(configuration.hooks())
        .isEqualTo(
            new HookSettings(List.of(), List.of(), Duration.ofSeconds(30), Optional.empty()));
    assertThat(configuration.caFile()).isEmpty();
    assertThat(configuration.state()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
"""
          pol = 60s                      | line 4: pol: there is no such key; did you mean poll?
          colour = red                   | line 4: colour: there is no such key
          poll                           | line 4: not of the form "key = value"
          poll =                         | line 4: poll: has no value
          poll = soon                    | line 4: poll: "soon" is no time; write a number and s, m, h or d, such as 60s
          poll = 1s                      | line 4: poll: "1s" is too short; 5s is the least
          refresh = 59m                  | line 4: refresh: "59m" is too short; 1h is the least
          check-dns = maybe              | line 4: check-dns: "maybe" is neither yes nor no
          token = abc                    | line 4: token: is given twice; first at line 2: token
          token-file = /x                | line 4: token-file: is given twice; first at line 2: token
          endpoint = ftp://a             | line 4: endpoint: is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com
          endpoint = https://a/u?x=1     | line 4: endpoint: is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com
          endpoint = https://u:p@a       | line 4: endpoint: is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com
          endpoint = https://a:65536     | line 4: endpoint: is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com
          webhook = https://a:99999/x    | line 4: webhook: is not an address such as https://example.com/hook
          webhook = http://a.example/x   | line 4: webhook: needs https, as in https://example.com/hook; with http others could read what it gets
          webhook = ftp://a.example/x    | line 4: webhook: is not an address such as https://example.com/hook
          ca-file = /nowhere/ca.pem      | line 4: ca-file: /nowhere/ca.pem is no file that can be read
          ca-file = /                    | line 4: ca-file: / is no file that can be read
          ipv4 = rooter                  | line 4: ipv4: there is no source "rooter"
          on-change = say 'x y           | line 4: on-change: a quote (') is opened, but not closed
          on-trouble = say it's # done   | line 4: on-trouble: a quote (') is opened, but not closed
          on-change = say "a # b' c      | line 4: on-change: a quote (") is opened, but not closed
          state = "/path                 | line 4: state: a quote (") is opened, but not closed
          ca-file = 'x                   | line 4: ca-file: a quote (') is opened, but not closed
          state = ""                     | line 4: state: is empty; write a path
          ca-file = ''                   | line 4: ca-file: is empty; write a path
          state = '                      | line 4: state: a quote (') is opened, but not closed
""")
  void namesLineAndKeyOfAMistake(String line, String mistake) {
    assertThatThrownBy(() ->
            parse(
                "endpoint = https://a.example\ntoken = %s\n\n%s\nhost = home.example.com"
                    .formatted(TOKEN, line)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageStartingWith("dyn53.conf, " + mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hook.sh "a # b"               | hook.sh;a # b
          hook.sh 'a # b' # c           | hook.sh;a # b
          hook.sh "it's # one" 'two'    | hook.sh;it's # one;two
          hook.sh a#b "#" # it's "c     | hook.sh;a#b;#
          hook.sh "" a                  | hook.sh;;a
          """)
  void takesAHashInQuotesForNoComment(String value, String words) {
    assertThat(parse("on-change = " + value + "\n" + PLAIN).hooks().onChange())
        .containsExactly(words.split(";", 0));
  }

  /** Quotes hold only where they did: around the whole of a path or a token. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "/var/my # state"   | /var/my # state
          '/var/x' # 'it'     | /var/x
          /var/it's # it's    | /var/it's
          "/a"b               | "/a"b
          /var/5"             | /var/5"
          """)
  void readsAPathInQuotes(String value, Path path) {
    assertThat(parse("state = " + value + "\n" + PLAIN).state()).contains(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ipv4 = command:echo "a # b"
          ipv4 = command:echo it's
          webhook = https://a.example/it's # it's
          # it's
          poll = 60s # it's "so
          """)
  void leavesOtherQuotesAlone(String line) {
    Configuration configuration = parse(line + "\n" + PLAIN);

    assertThat(configuration.hosts()).hasSize(1);
    assertThat(configuration.toString()).doesNotContain("#");
  }

  @Test
  void refusesAnOpenQuoteInAFlag() throws IOException {
    Path file = write(PLAIN);

    assertThatThrownBy(() -> read(file, Map.of(), Setting.flag(Key.ON_CHANGE, "say 'x y")))
        .hasMessage(file + ", --on-change: a quote (') is opened, but not closed");
  }

  @Test
  void namesEveryMistakeAtOnce() {
    var thrown =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> parse("pol = 60s\nhost = home\nrefresh = 2d\n"));

    assertThat(thrown.mistakes())
        .containsExactly(
            "line 1: pol: there is no such key; did you mean poll?",
            "line 3: refresh: goes for all hosts; write it above the first host (home may have"
                + " token, token-file, ipv4 and ipv6 of its own)",
            "endpoint: is missing; write the address that your deployment printed",
            "line 2: host: \"home\" is no full host name, such as home.dyn.example.com",
            "token: is missing; write token = ... or token-file = PATH");
    assertThat(thrown).hasMessageStartingWith("dyn53.conf has 5 mistakes:\n  line 1: pol");
  }

  @Test
  void repeatsNoTokenInAMistake() {
    String pasted = TOKEN.substring(1) + "Z";

    assertThatThrownBy(() -> parse("token = %s\n%s\n".formatted(pasted, pasted)))
        .message()
        .doesNotContain(pasted)
        .contains("line 1: token: is no token of dyn53", "line 2: not of the form");
  }

  @Test
  void showsNoSecret() {
    assertThat(parse("webhook = https://hooks.example.com/T1/secret\n" + PLAIN))
        .asString()
        .contains("https://a.example", "home.example.com")
        .doesNotContain(TOKEN, "secret");
  }

  @Test
  void laysFlagsOverEnvironmentOverFile() throws IOException {
    Path file = write(PLAIN + "ipv4 = interface\n");
    var environment =
        Map.of("DYN53_ENDPOINT", "https://c.example https://d.example", "DYN53_POLL", "10s");

    Configuration configuration =
        read(file, environment, Setting.flag(Key.POLL, "20s"), Setting.flag(Key.IPV4, "endpoint"));

    assertThat(configuration.endpoints())
        .containsExactly(URI.create("https://c.example"), URI.create("https://d.example"));
    assertThat(configuration.pace().poll()).isEqualTo(Duration.ofSeconds(20));
    assertThat(configuration.hosts().get(0).ipv4()).containsExactly(new SourceSpec.Endpoint());
  }

  @Test
  void keepsAPickedHostsOwnSettings() throws IOException {
    Path file = write(PLAIN + "host = nas.example.com\nipv6 = none\n");

    Configuration configuration = read(file, Map.of(), Setting.flag(Key.HOST, "NAS.example.com"));

    assertThat(configuration.hosts()).hasSize(1);
    assertThat(configuration.hosts().get(0).name().value()).isEqualTo("nas.example.com");
    assertThat(configuration.hosts().get(0).ipv6()).isEmpty();
  }

  @Test
  void readsATokenFileWhosePathIsQuoted() throws IOException {
    Path token = Files.writeString(folder.resolve("my token"), TOKEN + "\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    String text = "endpoint = https://a.example\ntoken-file = \"%s\"\nhost = a.example.com";

    Configuration configuration = parse(text.formatted(token));

    assertThat(configuration.hosts().get(0).token().value()).isEqualTo(TOKEN);
    assertThat(configuration.tokenFiles()).containsExactly(token);
    assertThatThrownBy(() -> parse(text.formatted("a\0b")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("line 2: token-file: ")
        .hasMessageContaining("is no path");
  }

  @Test
  void environmentsTokenTakesThePlaceOfTheFilesTokenFile() throws IOException {
    Path file = write("endpoint = https://a.example\ntoken-file = /nowhere\nhost = a.example.com");

    assertThat(read(file, Map.of("DYN53_TOKEN", TOKEN)).hosts().get(0).token().value())
        .isEqualTo(TOKEN);
  }

  @Test
  void writesTheCommandThatMendsAFileAsAShellTakesIt() throws IOException {
    Path file = Files.move(write(PLAIN), folder.resolve("ann's own.conf"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> read(file, Map.of()))
        .hasMessageEndingWith("chmod 600 '" + folder + "/ann'\\''s own.conf'");
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--,true", "rw----r--,true", "rw-------,false", "r--------,false"})
  void refusesAFileThatOthersCanRead(String permissions, boolean refused) throws IOException {
    Path file = write(PLAIN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    if (refused) {
      assertThatThrownBy(() -> read(file, Map.of()))
          .hasMessageEndingWith("which holds a token; mend it with: chmod 600 " + file);
    } else {
      assertThat(read(file, Map.of()).hosts()).hasSize(1);
    }
  }

  @Test
  void saysWhoMayReadAFileThatThisAccountMayNot() throws IOException {
    Path file = write(PLAIN);
    String owner = Files.getOwner(file).getName();
    String as = owner.equals("root") ? "sudo (as root)" : "the account " + owner;

    assertThat(ConfigurationFile.unreadable(file, new AccessDeniedException(file.toString())))
        .hasMessage(
            "%s, this account may not read it, only its owner (%s); run the command with %s"
                .formatted(file, owner, as));
    Path hidden = folder.resolve("hidden");
    assertThat(ConfigurationFile.unreadable(hidden, new AccessDeniedException(hidden.toString())))
        .hasMessage(hidden + ", this account may not read it; run the command with sudo (as root)");
  }

  /** An empty path is the folder that somebody happens to be in. */
  @Test
  void refusesAnEmptyPathInAFlag() throws IOException {
    Path file = write(PLAIN);

    assertThatThrownBy(() -> read(file, Map.of(), Setting.flag(Key.STATE, "")))
        .hasMessage(file + ", --state: is empty; write a path");
    assertThatThrownBy(() -> read(file, Map.of(), Setting.flag(Key.TOKEN_FILE, "")))
        .hasMessage(file + ", --token-file: is empty; write a path");
    assertThatThrownBy(() -> read(Path.of(""), Map.of()))
        .hasMessage(
            "--config, the path of the configuration is empty; name a file, or leave --config out");
  }

  @Test
  void saysInPlainWordsWhatElseKeepsAFileFromBeingRead() throws IOException {
    Path file = write(PLAIN);

    assertThat(ConfigurationFile.unreadable(folder, new IOException("Is a directory")))
        .hasMessage(folder + ", that is a folder, not a file; name the file in it");
    assertThat(
            ConfigurationFile.unreadable(
                file, new FileSystemException(file.toString(), null, "Too many levels")))
        .hasMessageStartingWith(file + ", the file can't be read (Too many levels)");
    assertThat(ConfigurationFile.unreadable(file, new FileSystemLoopException(file.toString())))
        .hasMessageStartingWith(file + ", the file can't be read; ");
  }

  @Test
  void refusesATokenFileThatOthersCanRead() throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(token, TOKEN + "\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    Path file = write("endpoint = https://a.example\nhost = a.example.com\n");

    assertThatThrownBy(() -> read(file, Map.of(), Setting.flag(Key.TOKEN_FILE, token.toString())))
        .hasMessageEndingWith("chmod 600 " + token);

    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertThat(
            read(file, Map.of(), Setting.flag(Key.TOKEN_FILE, token.toString()))
                .hosts()
                .get(0)
                .token()
                .value())
        .isEqualTo(TOKEN);
  }

  @Test
  void allowsAnyoneToReadAFileWithoutToken() throws IOException {
    Path file = write("endpoint = https://a.example\nhost = a.example.com\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(read(file, Map.of("DYN53_TOKEN", TOKEN)).hosts()).hasSize(1);
  }

  @Test
  void saysWhereAFileWouldBeLookedFor() {
    var places = new Places("Linux", "/home/ann", "ann", Map.of());

    assertThatThrownBy(() -> ConfigurationFile.read(Optional.empty(), places, List.of()))
        .message()
        .startsWith(
            "the configuration (there is no file /home/ann/.config/dyn53/dyn53.conf or"
                + " /etc/dyn53/dyn53.conf; \"dyn53 setup\" writes one) has 3 mistakes:");
  }

  @ParameterizedTest
  @CsvSource({"http://a.example,true", "https://a.example,false", "http://127.0.0.1:8080,false"})
  void warnsOfTokensThatTravelUnencrypted(String endpoint, boolean warned) {
    Configuration configuration =
        parse("endpoint = %s\ntoken = %s\nhost = a.example.com".formatted(endpoint, TOKEN));

    assertThat(configuration.warnings()).hasSize(warned ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux      | HOME=x              | /home/ann/.config/dyn53/dyn53.conf /etc/dyn53/dyn53.conf             | /home/ann/.local/state/dyn53
          Linux      | XDG_CONFIG_HOME=/c  | /c/dyn53/dyn53.conf /etc/dyn53/dyn53.conf                            | /home/ann/.local/state/dyn53
          Linux      | XDG_STATE_HOME=/s   | /home/ann/.config/dyn53/dyn53.conf /etc/dyn53/dyn53.conf             | /s/dyn53
          Linux      | STATE_DIRECTORY=/v:/w | /home/ann/.config/dyn53/dyn53.conf /etc/dyn53/dyn53.conf           | /v
          Mac OS X   | HOME=x              | /home/ann/Library/Application Support/dyn53/dyn53.conf /etc/dyn53/dyn53.conf | /home/ann/Library/Application Support/dyn53
          Windows 11 | APPDATA=/roaming    | /roaming/dyn53/dyn53.conf                                            | dyn53
          """)
  void knowsThePlacesOfEachSystem(
      String system, String variable, String configurations, String state) {
    String[] pair = variable.split("=", 2);
    var places = new Places(system, "/home/ann", "ann", Map.of(pair[0], pair[1]));

    assertThat(String.join(" ", places.configurations().stream().map(Path::toString).toList()))
        .isEqualTo(configurations);
    assertThat(places.state()).isEqualTo(Path.of(state));
  }

  /** As for an account that the system does not know. */
  @Test
  void asksForTheStateWhereThereIsNoHome() {
    var places = new Places("Linux", "", "?", Map.of());

    assertThatThrownBy(places::state)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage(
            "state, this account has no home folder; name a folder for what dyn53 remembers with"
                + " --state");
  }

  private static Configuration parse(String text) {
    return ConfigurationFile.parse("dyn53.conf", text);
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve("dyn53.conf");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private static Configuration read(Path file, Map<String, String> environment, Setting... flags) {
    return ConfigurationFile.read(
        Optional.of(file), new Places("Linux", "/h", "ann", environment), List.of(flags));
  }
}
