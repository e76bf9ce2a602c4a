package io.github.dyn53.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every place that a secret is shown in; in the tables {@code S} is the right one, {@code W} not.
 */
class ShownSecretTest {

  private static final String WRONG = "wrongwrongwrongwrongwrongwrong22";

  private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # path        | query                | authorization  | status
          /nic/update   |                      | Basic router:S | 200
          /nic/update   |                      | basic router:S | 200
          /nic/update   |                      | BASIC   router:S | 200
          /nic/update   |                      | Basic :S       | 200
          /nic/update   |                      | Bearer S       | 200
          /nic/update   |                      | bearer  S      | 200
          /nic/update   | token=S              |                | 200
          /nic/update   | Token=S              |                | 200
          /nic/update   | username=x&password=S |               | 200
          /nic/update   | password=S           |                | 200
          /u/S/nic/update |                    |                | 200
          //u//S//nic//update |                |                | 200
          # what is in the URL counts before what is in the header
          /u/S/nic/update | token=W            | Basic router:W | 200
          /u/W/nic/update | token=S            | Basic router:S | 401
          /nic/update   | token=S&password=W   | Bearer W       | 200
          /nic/update   | token=W&password=S   | Bearer S       | 401
          /nic/update   | password=S           | Basic router:W | 200
          /nic/update   | password=W           | Basic router:S | 401
          # an empty one does not count
          /nic/update   | token=&password=     | Basic router:S | 200
          /nic/update   | token=S              | Basic :        | 200
          # none, wrong or malformed
          /nic/update   |                      |                | 401
          /nic/update   |                      | Basic router:W | 401
          /nic/update   |                      | Basic router:  | 401
          /nic/update   |                      | Basic S        | 401
          /nic/update   |                      | Basic router:SS | 401
          /nic/update   |                      | Bearer router:S | 401
          /nic/update   |                      | Digest S       | 401
          /nic/update   |                      | S              | 401
          /nic/update   | username=S           |                | 401
          /nic/update   | token=short          |                | 401
          /u/W/nic/update |                    |                | 401
          """)
  void letsInWhoShowsTheSecret(String path, String query, String authorization, int status) {
    String target = fill(path) + "?hostname=home.example.com&" + (query == null ? "" : fill(query));
    Map<String, String> headers =
        authorization == null ? Map.of() : Map.of("authorization", header(authorization));

    WebReply reply = wire.get(target, headers).reply();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(status == 200 ? "good 9.8.7.6\n" : "badauth\n");
    assertThat(wire.published()).isEqualTo(status == 200 ? "9.8.7.6 -" : "- -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!!",
        "Basic =",
        "Basic YQ=b",
        "Basic \u00e4",
        "Basic \u0000",
        "Bearer",
        "Bearer \t",
        "",
        " ",
        ":"
      })
  void refusesMalformedHeader(String header) {
    WebReply reply = wire.get(Wire.UPDATE, Map.of("authorization", header)).reply();

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("badauth\n");
    assertThat(reply.headers()).containsEntry("www-authenticate", "Basic realm=\"dyn53\"");
  }

  @Test
  void readsBase64WithoutPadding() {
    String padded = Wire.basic("router12", Wire.SECRET);
    assertThat(padded).endsWith("=");

    String unpadded = padded.replace("=", "");

    assertThat(wire.get(Wire.UPDATE, Map.of("authorization", unpadded)).reply().status())
        .isEqualTo(200);
  }

  @Test
  void takesColonInPasswordForPartOfIt() {
    String pair = Base64.getEncoder().encodeToString(("a:b:" + Wire.SECRET).getBytes(UTF_8));

    assertThat(wire.get(Wire.UPDATE, Map.of("authorization", "Basic " + pair)).reply().status())
        .isEqualTo(401);
  }

  @Test
  void readsSecretFromForm() {
    Handled handled =
        wire.send(
            "POST",
            "/nic/update",
            Map.of("content-type", "application/x-www-form-urlencoded; charset=UTF-8"),
            "hostname=home.example.com&token=" + Wire.SECRET + "&myip=9.1.2.3");

    assertThat(handled.reply().body()).isEqualTo("good 9.1.2.3\n");
  }

  /** Whoever has no secret learns nothing of names, limits or addresses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nic/update",
        "/nic/update?hostname=unknown.example.com",
        "/nic/update?hostname=bad_name",
        "/nic/update?hostname=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v",
        "/nic/update?hostname=home.example.com&myip=nonsense",
        "/nic/update?hostname=home.example.com&myip=10.0.0.1"
      })
  void answersStrangersAlike(String target) {
    WebReply none = wire.get(target, Map.of()).reply();
    WebReply wrong = wire.get(target, Map.of("authorization", "Bearer " + WRONG)).reply();

    assertThat(none.body()).isEqualTo("badauth\n");
    assertThat(wrong).isEqualTo(none);
    assertThat(none.status()).isEqualTo(401);
  }

  private static String fill(String text) {
    return text.replace("S", Wire.SECRET).replace("W", WRONG);
  }

  private static String header(String text) {
    int space = text.lastIndexOf(' ');
    String rest = text.substring(space + 1).replace("S", Wire.SECRET).replace("W", WRONG);
    String scheme = text.substring(0, space + 1);
    return scheme.toLowerCase(Locale.ROOT).startsWith("basic")
        ? scheme + Base64.getEncoder().encodeToString(rest.getBytes(UTF_8))
        : scheme + rest;
  }
}
