package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

  /** What inadyn takes for a success anywhere in a body, in any case. */
  static final Pattern SUCCESS =
      Pattern.compile("good|ok|true|updated|success|nochg", Pattern.CASE_INSENSITIVE);

  private static final String HOME = "hostname=home.example.com&myip=9.1.2.3";
  private static final Map<String, String> FORM =
      Map.of(
          "authorization",
          Wire.basic("router", Wire.SECRET),
          "content-type",
          "application/x-www-form-urlencoded");

  private final Wire wire = new Wire();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nic/update",
        "/v3/update",
        "/v2/update",
        "//nic/update",
        "/nic//update",
        "///v3///update///",
        "/nic/update/",
        "/u/token/v2/update"
      })
  void opensUpdateDoor(String path) {
    String own = path.replace("token", Wire.SECRET);

    assertThat(wire.get(own + "?" + HOME).reply().body()).isEqualTo("good 9.1.2.3\n");
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "HEAD, 200", "POST, 200", "PUT, 405", "DELETE, 405", "PATCH, 405"})
  void takesMethodsOfTheProtocol(String method, int status) {
    WebReply reply = wire.send(method, "/nic/update?" + HOME, Wire.BASIC, "").reply();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(status == 200 ? "good 9.1.2.3\n" : "badagent\n");
    assertThat(wire.published()).isEqualTo(status == 200 ? "9.1.2.3 -" : "- -");
  }

  @Test
  void readsFormOfPost() {
    assertThat(wire.send("POST", "/nic/update", FORM, HOME).reply().body())
        .isEqualTo("good 9.1.2.3\n");
  }

  @Test
  void readsNoBodyThatIsNoForm() {
    wire.bed().tokens().put(TestBed.token("*.example.com"));
    assertThat(wire.send("POST", "/nic/update", Wire.BASIC, HOME).reply().body())
        .isEqualTo("notfqdn\n");
    assertThat(wire.send("GET", "/nic/update", FORM, HOME).reply().body()).isEqualTo("notfqdn\n");
  }

  @ParameterizedTest
  @CsvSource({"65536, 200", "65537, 413", "1048576, 413"})
  void refusesLongBody(int length, int status) {
    String body = (HOME + "&x=").concat("x".repeat(length)).substring(0, length);

    WebReply reply = wire.send("POST", "/nic/update", FORM, body).reply();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(status == 200 ? "good 9.1.2.3\n" : "badagent\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/updates",
        "/httpreq",
        "/nic",
        "/nic/updated",
        "/NIC/UPDATE",
        "/nic/update/ok",
        "/good",
        "/u/nic/updat/x",
        "/u/",
        "/nic/../nic/update",
        "/%6eic/update",
        "nic/update"
      })
  void answers404WithoutRepeatingThePath(String path) {
    WebReply reply = wire.get(path + "?" + HOME).reply();

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("notfound\n").doesNotContainPattern(SUCCESS);
  }

  /** A word of success in the body of a failure makes inadyn believe in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /nic/update?hostname=goodhost.example.com
          GET  | /nic/update?hostname=updated.true.ok.nochg.success
          GET  | /nic/update?hostname=good
          GET  | /nic/update?hostname=home.example.com&myip=good
          GET  | /nic/update?hostname=home.example.com&myip=10.0.0.1
          GET  | /nic/update?hostname=home.example.com&token=ok
          GET  | /ok
          PUT  | /nic/update?hostname=good.example.com
          """)
  void holdsNoWordOfSuccessInFailure(String method, String target) {
    assertThat(wire.send(method, target, Wire.BASIC, "").reply().body())
        .doesNotContainPattern(SUCCESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-forwarded-for    | 9.9.9.9
          forwarded          | for=9.9.9.9
          x-real-ip          | 9.9.9.9
          client-ip          | 9.9.9.9
          cf-connecting-ip   | 9.9.9.9
          """)
  void believesNoHeaderAboutTheSource(String name, String value) {
    Map<String, String> headers =
        Map.of("authorization", Wire.basic("router", Wire.SECRET), name, value);

    assertThat(wire.get(Wire.UPDATE, headers).reply().body()).isEqualTo("good 9.8.7.6\n");
    assertThat(wire.get("/checkip", headers).reply().body()).isEqualTo("9.8.7.6");
  }

  @Test
  void readsFirstHundredParametersOnly() {
    wire.bed().tokens().put(TestBed.token("*.example.com"));
    assertThat(wire.get("/nic/update?" + "a=b&".repeat(99) + HOME).reply().body())
        .isEqualTo("good 9.8.7.6\n");
    assertThat(wire.get("/nic/update?" + "a=b&".repeat(100) + HOME).reply().body())
        .isEqualTo("notfqdn\n");
  }
}
