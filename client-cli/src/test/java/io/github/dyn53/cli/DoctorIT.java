package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code dyn53 doctor} of the packaged jar. */
class DoctorIT {

  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  @TempDir private Path folder = Path.of("");

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final FakeZone zone = new FakeZone();

  @AfterEach
  void close() {
    endpoint.close();
    zone.close();
  }

  @Test
  void findsNothingToMendWhereAllIsWell() throws Exception {
    endpoint.answer(200, "nochg");

    Packaged.Ended ended = doctor();

    assertThat(ended.out())
        .contains("the endpoint knows the host and lets this token update it")
        .contains("ns1.example.com: 11.22.33.44, as wanted")
        .doesNotContain("FAIL")
        .doesNotContain(TOKEN);
    assertThat(ended.code()).isZero();
    assertThat(endpoint.updates()).allMatch(query -> query.contains("myipv4=preserve"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | badauth | 11.22.33.44 | 4 | home.example.com: the endpoint refuses
          200 | nohost  | 11.22.33.44 | 4 | home.example.com (nohost): the endpoint refuses
          200 | nochg   | 9.9.9.9     | 8 | wanted is 11.22.33.44
          """)
  void endsWithTheCodeOfTheFirstThingToMend(
      int status, String answer, String inDns, int code, String text) throws Exception {
    endpoint.answer(status, answer);
    zone.answer(inDns);

    Packaged.Ended ended = doctor();

    assertThat(ended.out()).contains(text).contains("FAIL");
    assertThat(ended.code()).isEqualTo(code);
  }

  @Test
  void saysThatNobodyListensAtTheEndpoint() throws Exception {
    endpoint.close();

    Packaged.Ended ended = doctor();

    assertThat(ended.out()).contains("nothing takes the connection", "To do: try another site");
    assertThat(ended.code()).isEqualTo(5);
  }

  @Test
  void takesTheMistakesOfTheConfigurationForFindings() throws Exception {
    Packaged.Ended ended = doctor("--poll", "soon");

    assertThat(ended.out()).contains("FAIL  dyn53.conf: --poll: \"soon\" is no time");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void printsJson() throws Exception {
    endpoint.answer(200, "nochg");

    assertThat(doctor("--json").out()).startsWith("{").contains("\"ok\" : true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 0     | 2 | --port takes a number from 1 to 65535
          --port https | 2 | --port takes a number from 1 to 65535
          --port 99999999999 | 2 | --port takes a number from 1 to 65535
          --config .   | 3 | To do: name the file in it
          --config .   | 3 | It means: without it there is nothing to go by
          --poll soon  | 3 | It means: dyn53 does nothing until this is mended
          --config no.conf | 3 | To do: "dyn53 setup" writes one
          --help       | 0 | 8    the name servers or a port
          """)
  void answersWithCodeAndText(String arguments, int code, String text) throws Exception {
    Packaged.Ended ended = doctor(arguments.split(" ", 0));

    assertThat(ended.out() + ended.err()).contains(text);
    assertThat(ended.code()).isEqualTo(code);
  }

  private Packaged.Ended doctor(String... arguments) throws Exception {
    var jar = new Packaged(folder, List.of("-Ddyn53.resolver=" + zone.hostAndPort()));
    jar.write(
        "dyn53.conf",
        """
        endpoint = %s
        token = %s
        ipv4 = endpoint
        ipv6 = none
        state = state
        host = home.example.com
        """
            .formatted(endpoint.url(), TOKEN));
    return jar.run("", "doctor", arguments);
  }
}
