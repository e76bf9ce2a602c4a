package io.github.dyn53.emulator.dynamodb;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.FaultWords;
import io.github.dyn53.emulator.faults.ServiceFaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Faults of the database, by the names of its operations. */
public final class DynamoDbFaults {

  private DynamoDbFaults() {}

  /**
   * The rules in this file, which is read again whenever it has changed.
   *
   * @param callers who can be killed; empty: nobody
   * @throws IllegalArgumentException if the file cannot be read now; the message names the file and
   *     the field
   */
  public static ServiceFaults<DynamoDbError> inFile(Path file, Optional<Callers> callers) {
    var words =
        new FaultWords<>(
            List.of(DynamoDbError.values()),
            DynamoDbApi.operationNames(),
            Optional.empty(),
            callers);
    return ServiceFaults.inFile(file, words);
  }
}
