package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of 100 KB keeps a door busy. */
class LargeInputTest {

  private static final int SIZE = 100_000;
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Wire wire = new Wire();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.",
        "a-",
        "-",
        ".",
        "*.",
        ",",
        "a,",
        "1",
        "1.",
        "1.1.1.1,",
        "1:",
        ":",
        "::",
        "%",
        "%2",
        "%41",
        "+",
        "=",
        "&",
        "&&=",
        "a=b&",
        "hostname=a.b&",
        "myip=1.1.1.1&",
        "\\052",
        "\u0000",
        "\uD800",
        "ö",
        "/",
        "1/"
      })
  void answersLongTextInAnyPlace(String pattern) {
    String text = pattern.repeat(SIZE / pattern.length());

    assertTimeout(
        LIMIT,
        () -> {
          wire.get("/nic/update?" + text);
          wire.get("/nic/update?hostname=" + text);
          wire.get(Wire.UPDATE + "&myip=" + text);
          wire.get(Wire.UPDATE + "&token=" + text);
          wire.get("/" + text);
          wire.get("/u/" + text);
          for (String scheme : new String[] {"", "Basic ", "Bearer "}) {
            wire.get(Wire.UPDATE, Map.of("authorization", scheme + text));
          }
          wire.get(Wire.UPDATE, with("user-agent", text));
          wire.get("/checkip", with("accept", text));
        });
  }

  @Test
  void answersManyDifferentAddresses() {
    String addresses =
        IntStream.range(0, SIZE / 8)
            .mapToObj(i -> "9.%d.%d.1".formatted(i / 256, i % 256))
            .collect(Collectors.joining(","));

    Handled handled = assertTimeout(LIMIT, () -> wire.get(Wire.UPDATE + "&myip=" + addresses));

    assertThat(handled.reply().body()).isEqualTo("dnserr\n");
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> headers = new HashMap<>(Wire.BASIC);
    headers.put(name, value);
    return headers;
  }
}
