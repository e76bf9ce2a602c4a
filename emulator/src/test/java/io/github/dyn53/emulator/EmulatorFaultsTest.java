package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the database, and a listener to calls, in a whole emulator. */
class EmulatorFaultsTest {

  private static final String QUERY = "hostname=home.dyn.test&myip=9.1.2.3";

  @TempDir Path folder;

  @Test
  void playsFaultsOfDatabaseOnceItIsUp() throws IOException {
    Path faults = Files.writeString(folder.resolve("faults.json"), rules("unavailable"));
    try (var emulator = Emulator.start(options(Optional.of(faults)), folder)) {
      assertThat(update(emulator)).isEqualTo("911");

      Files.writeString(faults, "[]");

      assertThat(update(emulator)).isEqualTo("good");
    }
  }

  private static String update(Emulator emulator) {
    ReadyFile ready = emulator.ready();
    return new HttpUpdates(ready.http()).get(ready.token(), QUERY).word();
  }

  private static String rules(String fault) {
    return "[{\"fault\": \"%s\"}]".formatted(fault);
  }

  private static EmulatorOptions options(Optional<Path> dynamoDbFaults) {
    return new EmulatorOptions(
        new EmulatorOptions.Ports(0, 0, 0),
        List.of("dyn.test"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Functions.IN_PROCESS,
        dynamoDbFaults,
        Duration.ofMinutes(5));
  }
}
