package io.github.dyn53.functions.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.functions.golden.GoldenEvent;
import io.github.dyn53.functions.golden.GoldenHandler;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever arrives gets a whole reply and a line of log, and never one that blames the server. Look
 * for new inputs with {@code JAZZER_FUZZ=1 mvn test -pl functions -am
 * -Dtest=HostileEventsTest#anyBytes -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class HostileEventsTest {

  private static final int ROUNDS = 3_000;
  private static final List<String> SPLINTERS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "null",
          "true",
          "1e999",
          ":",
          ",",
          "\u0000",
          "\u00ff",
          "\\ud800",
          "%00",
          "%",
          "&",
          "=",
          "//",
          "/u/",
          "-",
          "*",
          "..",
          "isBase64Encoded");

  private final GoldenHandler handler = new GoldenHandler();

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 53, 2026})
  void spoiltEventGetsAReply(long seed) throws IOException {
    var random = new Random(seed);
    List<GoldenEvent> events =
        GoldenEvent.all().stream().filter(HostileEventsTest::isAnswered).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String event = events.get(random.nextInt(events.size())).event();
      byte[] spoilt = spoil(event, random).getBytes(ISO_8859_1);

      answers(spoilt);
    }
  }

  /** A client may be told of trouble where there is some, and nowhere else. */
  private static boolean isAnswered(GoldenEvent golden) {
    return golden.fault() == GoldenEvent.Fault.NONE
        && !Integer.valueOf(503).equals(golden.reply().get("statusCode"));
  }

  @FuzzTest
  void anyBytes(byte @NotNull [] bytes) throws IOException {
    answers(bytes);
  }

  private void answers(byte[] event) throws IOException {
    int before = handler.log().size();

    Map<String, Object> reply = handler.answer(event);

    assertThat(reply.get("statusCode"))
        .as(() -> new String(event, ISO_8859_1))
        .isIn(200, 201, 400, 401, 403, 404, 405, 413, 429);
    assertThat(handler.log()).hasSize(before + 1);
    assertThat(JSON.std.mapFrom(handler.log().getLast())).containsKey("outcome");
  }

  private static String spoil(String event, RandomGenerator random) {
    var text = new StringBuilder(new String(event.getBytes(UTF_8), ISO_8859_1));
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(40));
      switch (random.nextInt(5)) {
        case 0 -> text.setLength(at);
        case 1 -> text.delete(at, to);
        case 2 -> text.setCharAt(at, (char) random.nextInt(256));
        case 3 -> text.insert(at, text.substring(at, to));
        default -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
      }
    }
    return text.toString();
  }

  @Test
  void bodyOfAMegabyteIsRefused() throws IOException {
    String body = Base64.getEncoder().encodeToString(new byte[1 << 20]);

    Map<String, Object> reply =
        handler.answer(
            """
            {"rawPath":"/nic/update","body":"%s","isBase64Encoded":true,
            "headers":{"content-type":"application/x-www-form-urlencoded"},
            "requestContext":{"http":{"method":"POST","sourceIp":"11.22.33.44"}}}
            """
                .formatted(body));

    assertThat(reply).containsEntry("statusCode", 413).containsEntry("body", "badagent\n");
  }

  @Test
  void whatIsNoEventIsMalformed() throws IOException {
    Map<String, Object> reply = handler.answer("[]");

    assertThat(reply).containsEntry("statusCode", 400).containsEntry("body", "badagent\n");
    assertThat(handler.log().getLast()).contains("\"outcome\":\"malformed: not a JSON object\"");
  }
}
