package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.IpAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeDoorTest {

  private static final String GOOD = "token=" + TestBed.SECRET.value();

  private final FrontDoor doors = new TestBed().doors();

  private WebReply reply(String method, String query, String source) {
    return doors
        .handle(
            new WebRequest(
                method, "/api/probe", query, Map.of(), "", IpAddress.parse(source).orElseThrow()))
        .reply();
  }

  @ParameterizedTest
  @CsvSource({"GET, 9.1.2.3", "POST, 9.1.2.3", "GET, 2600:1:2::3"})
  void tellsWhetherThePortOfTheSourceIsOpen(String method, String source) {
    WebReply reply = reply(method, GOOD + "&port=443", source);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("content-type", "application/json");
    assertThat(reply.body())
        .isEqualTo("{\"address\":\"%s\",\"port\":443,\"result\":\"open\"}".formatted(source));
  }

  /** Nobody is probed through this. */
  @ParameterizedTest
  @ValueSource(strings = {"myip", "address", "host", "ip"})
  void probesNoAddressThatIsNamed(String parameter) {
    assertThat(reply("GET", GOOD + "&port=22&" + parameter + "=9.9.9.9", "9.1.2.3").body())
        .contains("9.1.2.3")
        .doesNotContain("9.9.9.9");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          port=443                                               | 401
          token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&port=443        | 401
          token=short&port=443                                   | 401
          """,
      delimiter = '|')
  void probesForNobodyWithoutToken(String query, int status) {
    assertThat(reply("GET", query, "9.1.2.3").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "99999999999", "-1", "ssh", "4 3", "+43"})
  void refusesWhatIsNoPort(String port) {
    assertThat(reply("GET", GOOD + "&port=" + port, "9.1.2.3").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::1"})
  void probesNoAddressThatIsNotPublic(String source) {
    assertThat(reply("GET", GOOD + "&port=80", source).status()).isEqualTo(403);
  }

  @Test
  void refusesTheSeventhOfAMinute() {
    for (int time = 0; time < 6; time++) {
      assertThat(reply("GET", GOOD + "&port=443", "9.1.2.3").status()).isEqualTo(200);
    }

    WebReply reply = reply("GET", GOOD + "&port=443", "9.1.2.3");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsEntry("retry-after", "60");
  }
}
