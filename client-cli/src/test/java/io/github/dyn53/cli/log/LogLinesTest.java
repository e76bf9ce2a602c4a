package io.github.dyn53.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.log.LogLines.Loudness;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T16:41:05.123, 2026-11-28 16:41:05",
    "2026-11-28T16:41:00.999, 2026-11-28 16:41:00",
    "2026-11-28T00:00:00,     2026-11-28 00:00:00",
  })
  void writesTheTimeWithItsSeconds(LocalDateTime time, String text) {
    Instant now = time.atZone(ZoneId.systemDefault()).toInstant();
    var out = new ByteArrayOutputStream();

    new LogLines(new PrintStream(out, true), Loudness.NORMAL, Optional.of(() -> now)).tell("moved");

    assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(text + " moved");
  }
}
