package io.github.dyn53.emulator.crash;

import io.github.dyn53.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong with the calls of functions that have processes of their own.
 *
 * @param dynamoDb the file of the database's faults
 * @param route53 the file of Route 53's
 */
record FaultFiles(Path dynamoDb, Path route53) {

  /** Nothing yet. */
  static FaultFiles in(Path folder) throws IOException {
    return new FaultFiles(
        Files.writeString(folder.resolve("dynamodb.json"), "[]"),
        Files.writeString(folder.resolve("route53.json"), "[]"));
  }

  /** Everything goes well again. */
  void mend() throws IOException {
    Files.writeString(dynamoDb, "[]");
    Files.writeString(route53, "[]");
  }

  /** An emulator of these, whose schedule does not get into anybody's way. */
  EmulatorOptions options(List<String> zones) {
    return new EmulatorOptions(
        new EmulatorOptions.Ports(0, 0, 0),
        zones,
        Optional.empty(),
        Optional.empty(),
        Optional.of(route53),
        EmulatorOptions.Functions.PROCESS,
        Optional.of(dynamoDb),
        Duration.ofHours(1));
  }
}
