package io.github.dyn53.cli.setup;

import static io.github.dyn53.cli.setup.SetupDesk.TOKEN;
import static io.github.dyn53.cli.setup.SetupDesk.URL;
import static io.github.dyn53.cli.setup.SetupDesk.wishes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

  @TempDir private Path folder = Path.of("");

  private SetupDesk desk;

  @BeforeEach
  void takeASeat() {
    desk = new SetupDesk(folder);
  }

  @Test
  void asksForEverythingAndAgainForWhatMakesNoSense() throws Exception {
    desk.type(
        "abc", URL + "/", "secret", TOKEN, "home", "Home.example.com nas.example.com", "ipv4");

    SetupOutcome outcome = desk.setup(wishes(List.of(), new TokenOrigin.Asked(), List.of()));

    assertThat(outcome).isEqualTo(new SetupOutcome.Written(desk.file()));
    assertThat(Files.readString(desk.file()))
        .endsWith(
            """
            endpoint = https://abc.example
            token = abcdefghijklmnopqrstuvwxyz234567
            ipv6 = none
            host = home.example.com
            host = nas.example.com
            """);
    assertThat(desk.said()).noneMatch(line -> line.contains("secret") || line.contains(TOKEN));
  }

  @Test
  void writesTheFileClosedToOthers() throws Exception {
    desk.type(TOKEN);

    desk.setup(wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com")));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.file())))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("dyn53.conf");
  }

  @Test
  void namesATokenFileAndDoesNotCopyIt() throws Exception {
    Path secret = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

    desk.setup(wishes(List.of(URL), new TokenOrigin.File(secret), List.of("home.example.com")));

    assertThat(Files.readString(desk.file()))
        .contains("token-file = " + secret)
        .doesNotContain(TOKEN);
  }

  @Test
  void refusesATokenFileThatOthersCanRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("token"), TOKEN);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(
            desk.setup(
                wishes(List.of(URL), new TokenOrigin.File(secret), List.of("a.example.com"))))
        .asString()
        .contains("chmod 600");
    assertThat(desk.file()).doesNotExist();
  }

  @Test
  void replacesTheSampleOfAPackage() throws Exception {
    Files.writeString(desk.file(), "# a comment\n\n  #endpoint = https://abc.example\n");
    desk.type(TOKEN);

    desk.setup(wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com")));

    assertThat(desk.file()).content().contains("host = home.example.com");
  }

  @Test
  void replacesAFileOnlyWhenForced() throws Exception {
    Files.writeString(desk.file(), "mine");
    desk.type(TOKEN);
    var wishes = wishes(List.of(URL), new TokenOrigin.Input(), List.of("home.example.com"));

    assertThat(desk.setup(wishes)).asString().contains("is there already; --force replaces it");
    assertThat(desk.file()).hasContent("mine");

    assertThat(desk.setup(forced(wishes))).isInstanceOf(SetupOutcome.Written.class);
    assertThat(Files.readString(desk.file())).contains("home.example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ftp://abc.example      | home.example.com | router          | --endpoint: that is not an address
          https://u:p@a.example  | home.example.com | router          | --endpoint: that is not an address
          https://a.example:65536| home.example.com | router          | --endpoint: that is not an address
          https://u:p@a.example/nic/update | home.example.com | router | --endpoint: that is not an address
          https://abc.example    | home             | router          | --host: "home" is no full host name
          https://abc.example    | home.example.com | router:telepathy| --ipv4: a router is asked by
          """)
  void saysWhichFlagIsWrong(String url, String host, String ipv4, String text) {
    desk.type(TOKEN);
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

    SetupOutcome outcome = desk.setup(wishes);

    assertThat(outcome).isInstanceOf(SetupOutcome.Unclear.class).asString().contains(text);
    assertThat(desk.file()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://abc.example/base/nic/update",
        "https://abc.example/base/nic/update/",
        "https://abc.example/base/nic/update?hostname=home.example.com&myip=<ipaddr>"
      })
  void takesTheEndpointOutOfAnUpdateAddress(String url) throws Exception {
    desk.type(TOKEN);

    desk.setup(wishes(List.of(url), new TokenOrigin.Input(), List.of("home.example.com")));

    assertThat(Files.readAllLines(desk.file())).contains("endpoint = https://abc.example/base");
    assertThat(desk.said()).isEmpty();
  }

  @Test
  void leavesAnEndpointAloneWhosePathOnlyBeginsSo() throws Exception {
    desk.type(TOKEN);

    desk.setup(
        wishes(
            List.of("https://abc.example/nic/updates"),
            new TokenOrigin.Input(),
            List.of("home.example.com")));

    assertThat(Files.readAllLines(desk.file()))
        .contains("endpoint = https://abc.example/nic/updates");
  }

  @Test
  void saysWhichFlagIsMissingWhereNobodyIsThere() {
    assertThat(desk.setup(wishes(List.of(URL), new TokenOrigin.Asked(), List.of())))
        .isEqualTo(
            new SetupOutcome.Unclear("nobody is there to ask: give --token-file or --token-stdin"));
  }

  @Test
  void takesSeveralNamesInOneFlagAsAPersonTypesThem() throws Exception {
    desk.type(TOKEN);

    desk.setup(
        wishes(
            List.of(URL),
            new TokenOrigin.Input(),
            List.of("home.example.com,nas.example.com", "tv.example.com")));

    assertThat(desk.file())
        .content()
        .endsWith("host = home.example.com\nhost = nas.example.com\nhost = tv.example.com\n");
  }

  @Test
  void asksAgainForFamiliesThatMakeNoSense() throws Exception {
    desk.type(URL, TOKEN, "home.example.com", "maybe", "IPv6");

    desk.setup(wishes(List.of(), new TokenOrigin.Asked(), List.of()));

    assertThat(desk.said()).contains("answer ipv4, ipv6 or both");
    assertThat(desk.file()).content().contains("ipv4 = none\n");
  }

  @Test
  void namesNoLineOfAFileThatIsNotThere() {
    desk.type(TOKEN);

    assertThat(
            desk.setup(
                wishes(
                    List.of(URL),
                    new TokenOrigin.Input(),
                    List.of("home.example.com", "home.example.com"))))
        .isEqualTo(
            new SetupOutcome.Failed(
                "nothing was written, because it could not be used:"
                    + " host: home.example.com is there already"));
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
}
