package io.github.dyn53.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.access.Secret;
import io.github.dyn53.functions.golden.GoldenEvent;
import io.github.dyn53.functions.golden.GoldenHandler;
import io.github.dyn53.functions.golden.GoldenState;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No secret, path or query of a request gets into its log line or its reply. */
class LogSecrecyTest {

  private static final String KNOWN = GoldenState.secret("router").value();

  /** Where {@code SECRET} stands in path, query, headers and body of a POST. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("/u/SECRET/nic/update", "hostname=home.example.com", "", "", ""),
          List.of("/u/SECRET/", "", "", "", ""),
          List.of("/u/SECRET", "", "", "", ""),
          List.of("/SECRET", "", "", "", ""),
          List.of("/nic/update/SECRET", "", "", "", ""),
          List.of("/checkip", "token=SECRET", "", "", ""),
          List.of("/nic/update", "hostname=home.example.com&token=SECRET", "", "", ""),
          List.of("/nic/update", "username=a&password=SECRET&myip=10.0.0.1", "", "", ""),
          List.of("/nic/update", "token=SECRET&hostname=SECRET&myip=SECRET", "", "", ""),
          List.of("/nic/update", "token=SECRET&myip=999.1.1.1&hostname=h%0a", "", "", ""),
          List.of("/nic/update", "SECRET=SECRET", "authorization", "Bearer SECRET", ""),
          List.of("/nic/update", "hostname=home.example.com", "authorization", "Basic B64", ""),
          List.of("/nic/update", "", "authorization", "SECRET", ""),
          List.of("/nic/update", "", "user-agent", "SECRET", ""),
          List.of("/nic/update", "", "cookie", "SECRET", ""),
          List.of("/nic/update", "", "SECRET", "SECRET", ""),
          List.of(
              "/nic/update",
              "",
              "content-type",
              "application/x-www-form-urlencoded",
              "hostname=home.example.com&token=SECRET&myip=1"),
          List.of("/nic/update", "", "content-type", "application/json", "{\"token\":\"SECRET\"}"));

  static List<List<String>> places() {
    return PLACES;
  }

  @ParameterizedTest
  @MethodSource("places")
  void knownSecretIsKept(List<String> place) throws IOException {
    isKept(place, KNOWN);
  }

  @RepeatedTest(20)
  void unknownSecretIsKept() throws IOException {
    Secret secret = Secret.random(new Random());
    for (List<String> place : PLACES) {
      isKept(place, secret.value());
    }
  }

  private static void isKept(List<String> place, String secret) throws IOException {
    var handler = new GoldenHandler();

    Map<String, Object> reply = handler.answer(event(place, secret));

    assertThat(handler.log()).hasSize(1);
    assertThat(handler.log().getFirst())
        .doesNotContain(secret)
        .doesNotContain(base64(secret))
        .doesNotContain("token", "/nic/", "hostname=");
    assertThat(JSON.std.asString(reply)).doesNotContain(secret);
  }

  private static String event(List<String> place, String secret) throws IOException {
    List<String> filled =
        place.stream()
            .map(text -> text.replace("SECRET", secret).replace("B64", base64(secret)))
            .toList();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("rawPath", filled.get(0));
    event.put("rawQueryString", filled.get(1));
    event.put("headers", filled.get(2).isEmpty() ? Map.of() : Map.of(filled.get(2), filled.get(3)));
    event.put("body", filled.get(4));
    event.put(
        "requestContext",
        Map.of("requestId", "R", "http", Map.of("method", "POST", "sourceIp", "11.22.33.44")));
    return JSON.std.asString(event);
  }

  private static String base64(String secret) {
    return Base64.getEncoder().encodeToString(("router:" + secret).getBytes(UTF_8));
  }

  @Test
  void noGoldenEventIsLoggedWithItsSecretPathOrQuery() throws IOException {
    for (GoldenEvent golden : GoldenEvent.all()) {
      var handler = new GoldenHandler();
      handler.failNext(golden.fault());
      assertThat(handler.answer(golden.event())).isNotEmpty();
      String query = String.valueOf(JSON.std.mapFrom(golden.event()).get("rawQueryString"));

      assertThat(handler.log())
          .singleElement()
          .asString()
          .doesNotContain("examplesecret", "/nic/", "myip")
          .doesNotContain(query.isEmpty() ? "?" : query);
    }
  }
}
