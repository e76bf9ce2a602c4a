package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.cloud.DnsQuestions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wish that the update function hands over reaches DNS by way of the stream. */
class HandOverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void publishesWhatWasHandedOver() throws IOException {
    Path faults =
        Files.writeString(
            folder.resolve("faults.json"),
            "[{\"fault\": \"throttle\", \"action\": \"ChangeResourceRecordSets\", \"times\": 2}]");
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
    try (var emulator = Emulator.start(options, folder)) {
      ReadyFile ready = emulator.ready();
      var dns = new DnsQuestions(Integer.parseInt(ready.dns().replaceFirst(".*:", "")));
      var updates = new HttpUpdates(ready.http());

      assertThat(updates.get(ready.token(), "hostname=home.dyn.test&myip=9.1.2.3").word())
          .isEqualTo("good");
      assertThat(dns.ask("A", "home.dyn.test")).isEmpty();

      Instant end = Instant.now().plus(PATIENCE);
      while (dns.ask("A", "home.dyn.test").isEmpty()) {
        assertThat(Instant.now()).isBefore(end);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      assertThat(dns.ask("A", "home.dyn.test")).containsExactly("60 9.1.2.3");
      assertThat(emulator.failures().documents()).isEmpty();
    }
  }
}
