package io.github.dyn53.emulator.dynamodb;

import io.github.dyn53.emulator.faults.FaultWords;
import io.github.dyn53.emulator.faults.ServiceFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Faults of the database, by the names of its operations. */
public final class DynamoDbFaults {

  private static final FaultWords<DynamoDbError> WORDS =
      new FaultWords<>(
          List.of(DynamoDbError.values()), DynamoDbApi.operationNames(), Optional.empty());

  private DynamoDbFaults() {}

  /**
   * The rules in this file, which is read again whenever it has changed.
   *
   * @throws IllegalArgumentException if the file cannot be read now; the message names the file and
   *     the field
   */
  public static ServiceFaults<DynamoDbError> inFile(Path file) {
    return ServiceFaults.inFile(file, WORDS);
  }
}
