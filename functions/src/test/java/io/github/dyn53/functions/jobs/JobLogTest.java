package io.github.dyn53.functions.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobLogTest {

  private static final Instant START = Instant.parse("2026-11-28T06:00:00Z");

  /** {@code "reason":"null"} leads nobody anywhere. */
  @Test
  void namesExceptionThatSaysNothing() {
    List<String> lines = new ArrayList<>();
    var log = new JobLog(new JsonFactory(), InstantSource.fixed(START), lines::add);

    log.failed(new JobLog.Run("r1", START), new NullPointerException());

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"reason\":\"java.lang.NullPointerException\"");
  }
}
