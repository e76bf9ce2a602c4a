package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.Packaged.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar as a person meets it: arguments and files to exit code and text. */
class CommandLineIT {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  @TempDir private Path folder = Path.of("");

  private final FakeEndpoint endpoint = new FakeEndpoint();

  @AfterEach
  void close() {
    endpoint.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version                        | 0 | dyn53 1.
          --version                      | 0 | dyn53 1.
          version --json                 | 0 | {"version":"1.
          --help                         | 0 | Usage: dyn53
          update --help                  | 0 | Exit codes:
          watch --help                   | 0 | 7    another dyn53 works with this state folder
          service status --help          | 0 | 3    not done; with status: the service is not there
          service install --kind cron --print | 0 | update --quiet --config
          service install --kind sysv    | 2 | there is no kind of service "sysv"
          completion                     | 0 | complete -F
          completion --help              | 0 | there is no --json
          completion --json              | 2 | there is no flag --json
          ''                             | 2 | Usage: dyn53
          exchange                       | 2 | dyn53: exchange is for dyn53 watch
          updat                          | 2 | there is no command updat; did you mean update?
          update --colour                | 2 | there is no flag --colour
          update --poll                  | 2 | Missing required parameter for option '--poll'
          update --token x               | 2 | there is no flag --token, since every program here could read the token then
          watch --force                  | 2 | there is no flag --force
          update extra                   | 2 | dyn53 update takes no such word: extra
          service star                   | 2 | there is no command service star; did you mean status?
          service status extra           | 2 | dyn53 service status takes no such word: extra
          help                           | 0 | Usage: dyn53 [-hV] COMMAND
          help update                    | 0 | Usage: dyn53 update
          help updat                     | 2 | there is no command updat
          update --config folder         | 3 | folder, that is a folder, not a file; name the file in it
          update --poll soon             | 3 | --poll: "soon" is no time
          update --config nowhere.conf   | 3 | nowhere.conf, there is no such file; "dyn53 setup" writes one
          update --config bad.conf       | 3 | line 2: pol: there is no such key; did you mean poll?
          update --config open.conf      | 3 | mend it with: chmod 600 open.conf
          update                         | 0 | home.example.com: updated to 11.22.33.44
          update --verbose               | 0 | home.example.com: asking, since not asked before
          update --json                  | 0 | "result" : "updated"
          address --json                 | 0 | "address" : "11.22.33.44"
          status --json                  | 0 | "host" : "home.example.com"
          address                        | 0 | =>        11.22.33.44 by endpoint
          address --ipv4 none            | 6 | =>  none
          update --ipv4 none             | 6 | no address was found; the name stays as it is
          status                         | 0 | sent:    never
          status --config bad.conf       | 3 | line 2: pol: there is no such key
          """)
  void answersWithCodeAndText(String arguments, int code, String text) throws Exception {
    write("bad.conf", "rw-------", "endpoint = " + endpoint.url() + "\npol = 60s\n");
    write("open.conf", "rw-r--r--", configuration());
    Files.createDirectories(folder.resolve("folder"));

    Ended ended = dyn53(arguments.isEmpty() ? new String[0] : arguments.split(" ", 0));

    assertThat(ended.out() + ended.err()).contains(text).doesNotContain(TOKEN, "\tat ");
    assertThat(ended.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | nochg   | 0 | 1 | unchanged
          401 | badauth | 4 | 4 | the endpoint does not accept the token (badauth)
          404 | nohost  | 4 | 4 | the endpoint has no such host
          200 | dnserr  | 4 | 4 | the endpoint can't publish this address
          503 | 911     | 5 | 5 | it is in trouble at present
          """)
  void saysWhatTheEndpointAnswered(int status, String answer, int code, int detailed, String text)
      throws Exception {
    endpoint.answer(status, answer);

    Ended ended = dyn53("update");
    Ended again = dyn53("update", "--force", "--detailed-exit");
    Ended remembered = dyn53("status");

    assertThat(ended.out() + ended.err()).contains(text);
    assertThat(ended.code()).isEqualTo(code);
    assertThat(again.code()).isEqualTo(detailed);
    assertThat(remembered.code()).isEqualTo(code);
    assertThat(endpoint.updates()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "watch", "address", "status"})
  void tellsProgramsOfAWrongConfigurationInJson(String command) throws Exception {
    write("bad.conf", "rw-------", "endpoint = " + endpoint.url() + "\npol = 60s\n");

    Ended ended = dyn53(command, "--json", "--config", "bad.conf");

    assertThat(ended.out())
        .startsWith("{")
        .contains("\"text\"", "line 2: pol: there is no such key");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void warnsOfAnEndpointWithoutTlsUnlessItIsToBeQuiet() throws Exception {
    String[] loud = {"update", "--endpoint", "http://nowhere.invalid", "--ipv4", "none"};
    String[] quiet = {"update", "-q", "--endpoint", "http://nowhere.invalid", "--ipv4", "none"};

    assertThat(dyn53(loud).err()).contains("http://nowhere.invalid: your token goes there");
    assertThat(dyn53(quiet).err()).doesNotContain("your token goes there");
  }

  @Test
  void saysThatTheEndpointCanNotBeReached() throws Exception {
    endpoint.close();

    Ended ended = dyn53("update", "-q", "--ipv4", "command:echo 11.22.33.44");
    Ended again = dyn53("update", "-q", "--ipv4", "command:echo 11.22.33.44");

    assertThat(ended.err()).contains("home.example.com: the endpoint can't be reached: ");
    assertThat(ended.code()).isEqualTo(5);
    assertThat(again).isEqualTo(new Ended(5, "", ""));
  }

  @Test
  void tellsAnEndpointThatCanNotBeReachedFromNoAddress() throws Exception {
    endpoint.close();

    Ended ended = dyn53("update");

    assertThat(ended.err()).contains("no address was found", "endpoint: can't tell: ");
    assertThat(ended.code()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host = a.example.com\nipv4 = command:false\n%s",
        "%shost = z.example.com\nipv4 = command:false\n"
      })
  void statusEndsWithTheWorstWhicheverHostComesFirst(String around) throws Exception {
    endpoint.answer(503, "911");
    String host = "host = home.example.com\nipv4 = command:echo 11.22.33.44\n";
    String general =
        configuration()
            .replaceFirst("(?m)^(host|ipv4) = .*\n", "")
            .replaceFirst("(?m)^(host|ipv4) = .*\n", "");
    write("two.conf", "rw-------", general + around.formatted(host));

    Ended update = dyn53("update", "--config", "two.conf");

    assertThat(update.err()).contains("no address was found", "it is in trouble at present");
    assertThat(dyn53("status", "--config", "two.conf").code())
        .isEqualTo(update.code())
        .isEqualTo(5);
  }

  @Test
  void showsThatNoAddressWasFound() throws Exception {
    dyn53("update", "--ipv4", "command:false");

    Ended status = dyn53("status");
    Ended json = dyn53("status", "--json");

    assertThat(status.out()).contains("  address: none was found, ");
    assertThat(json.out()).containsPattern("\"noAddressAt\" : \"20");
    assertThat(status.code()).isEqualTo(json.code()).isEqualTo(6);
    dyn53("update");
    assertThat(dyn53("status").code()).isZero();
  }

  @Test
  void sendsNothingTheSecondTime() throws Exception {
    dyn53("update");
    Ended second = dyn53("update");

    assertThat(second.out()).isEqualTo("home.example.com: unchanged, 11.22.33.44\n");
    assertThat(second.err()).isEmpty();
    assertThat(endpoint.updates()).containsExactly("hostname=home.example.com&myip=11.22.33.44");
  }

  @Test
  void loadsNothingSlowForAnUpdate() throws Exception {
    dyn53("update");
    String classes = folder.resolve("classes").toString();

    Ended ended = dyn53(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes), "update");

    assertThat(ended.code()).isZero();
    assertThat(Path.of(classes))
        .content()
        .contains("io.github.dyn53.cli.update.Updater")
        .doesNotContain("picocli.", "com.fasterxml", "java.net.http.", "java.util.Formatter ");
  }

  @Test
  void isSilentWhenQuietAndWell() throws Exception {
    Ended ended = dyn53("update", "-q");

    assertThat(ended).isEqualTo(new Ended(0, "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | badauth | endpoint      | 4 | the endpoint does not accept the token (badauth)
          200 | good    | command:false | 6 | no address was found
          503 | 911     | endpoint      | 5 | it is in trouble at present
          """)
  void saysWhatStandsOnceWhenQuietAndKeepsTheExitCode(
      int status, String answer, String source, int code, String text) throws Exception {
    endpoint.answer(status, answer);

    Ended first = dyn53("update", "-q", "--ipv4", source);
    Ended second = dyn53("update", "-q", "--ipv4", source);
    Ended aloud = dyn53("update", "--ipv4", source);

    assertThat(first.err()).contains(text);
    assertThat(second).isEqualTo(new Ended(code, "", ""));
    assertThat(aloud.err()).contains(text);
    assertThat(aloud.code()).isEqualTo(first.code()).isEqualTo(code);
  }

  @Test
  void tellsOfADamagedStateAndGoesOn() throws Exception {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(folder.resolve("state/dyn53.state"), "nonsense");

    Ended status = dyn53("status");
    Ended json = dyn53("status", "--json");
    Ended ended = dyn53("update");

    assertThat(status.err()).contains("the next update sets it aside");
    assertThat(json.out()).startsWith("{\"text\":").contains("the next update sets it aside");
    assertThat(json.code()).isEqualTo(status.code()).isEqualTo(3);
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("is damaged").contains("dyn53.state.damaged-1");
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(Path.of("target", "dyn53.jar"))).isLessThanOrEqualTo(1_500_000);
  }

  private String configuration() {
    return """
    endpoint = %s
    token = %s
    ipv4 = endpoint
    ipv6 = none
    state = state
    host = home.example.com
    """
        .formatted(endpoint.url(), TOKEN);
  }

  private void write(String name, String permissions, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Ended dyn53(String... arguments) throws Exception {
    return dyn53(Map.of(), arguments);
  }

  private Ended dyn53(Map<String, String> environment, String... arguments) throws Exception {
    write("dyn53.conf", "rw-------", configuration());
    return new Packaged(folder, List.of()).run(environment, "", List.of(arguments));
  }
}
