package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wish that the update function hands over reaches DNS by way of the stream. */
class HandOverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"throttle", "busy", "unavailable", "reset", "lost-answer"})
  void publishesWhatWasHandedOver(String fault) throws IOException {
    Path faults = folder.resolve("faults.json");
    Files.writeString(
        faults, "[{\"fault\": \"%s\", \"action\": \"ChangeResourceRecordSets\"}]".formatted(fault));
    var options =
        new EmulatorOptions(
            new EmulatorOptions.Ports(0, 0, 0),
            List.of("dyn.test"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(faults),
            Functions.IN_PROCESS,
            Optional.empty(),
            Duration.ofHours(1));
    try (var emulator = Emulator.start(options, folder);
        var owner = new Owner(emulator.ready())) {
      ReadyFile ready = emulator.ready();
      var updates = new HttpUpdates(ready.http());

      assertThat(updates.get(ready.token(), "hostname=home.dyn.test&myip=9.1.2.3").word())
          .isEqualTo("good");
      if (!fault.equals("lost-answer")) {
        assertThat(owner.lookUp("home.dyn.test")).isEmpty();
      }
      Files.writeString(faults, "[]");

      Instant end = Instant.now().plus(PATIENCE);
      while (!owner.isSettled("home.dyn.test")) {
        assertThat(Instant.now()).isBefore(end);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      assertThat(owner.lookUp("home.dyn.test")).containsExactly("9.1.2.3");
      assertThat(emulator.failures().documents()).isEmpty();
    }
  }
}
