package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dynamodb.DynamoDbError;
import io.github.dyn53.emulator.dynamodb.DynamoDbFaults;
import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.ServiceFaults;
import io.github.dyn53.emulator.route53.Faults;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The faults that the options ask for. Those of the database begin when the emulator is up, which
 * it must first become; Route 53's are there at once.
 */
final class CallScript {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Callers callers =
      new Callers(
          Arrays.stream(DeployedFunction.values()).map(DeployedFunction::logicalId).toList());
  private final Faults route53;
  private final ServiceFaults<DynamoDbError> dynamoDb;
  private final boolean concernsDynamoDb;

  /**
   * The faults of the options.
   *
   * @throws IllegalArgumentException if a file of faults is wrong
   */
  CallScript(EmulatorOptions options) {
    Optional<Callers> killed =
        options.functions() == EmulatorOptions.Functions.PROCESS
            ? Optional.of(callers)
            : Optional.empty();
    this.route53 =
        options.route53Faults().map(file -> Faults.inFile(file, killed)).orElseGet(Faults::none);
    this.dynamoDb =
        options
            .dynamoDbFaults()
            .map(file -> DynamoDbFaults.inFile(file, killed))
            .orElseGet(ServiceFaults::none)
            .onlyWhile(begun::get);
    this.concernsDynamoDb = options.dynamoDbFaults().isPresent();
  }

  /** Whether calls of the database have to go where something can happen to them. */
  boolean concernsDynamoDb() {
    return concernsDynamoDb;
  }

  /** The functions' processes, for as long as they are there. */
  Callers callers() {
    return callers;
  }

  Faults route53() {
    return route53;
  }

  ServiceFaults<DynamoDbError> dynamoDb() {
    return dynamoDb;
  }

  void begin() {
    begun.set(true);
  }
}
