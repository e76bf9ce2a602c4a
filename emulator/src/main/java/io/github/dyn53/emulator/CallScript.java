package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dynamodb.DynamoDbError;
import io.github.dyn53.emulator.dynamodb.DynamoDbFaults;
import io.github.dyn53.emulator.faults.ServiceFaults;
import io.github.dyn53.emulator.route53.Faults;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What happens to the calls that functions make of AWS: the faults that were asked for, and
 * somebody may want to be told. All of it begins when the emulator is up, which it must first
 * become; only Route 53's faults are there at once.
 */
final class CallScript {

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Faults route53;
  private final ServiceFaults<DynamoDbError> dynamoDb;
  private final boolean concernsDynamoDb;

  private CallScript(EmulatorOptions options, Consumer<String> onCall, boolean concernsDynamoDb) {
    this.route53 =
        options
            .route53Faults()
            .map(Faults::inFile)
            .orElseGet(Faults::none)
            .telling(action -> tell(onCall, "route53:" + action));
    this.dynamoDb =
        options
            .dynamoDbFaults()
            .map(DynamoDbFaults::inFile)
            .orElseGet(ServiceFaults::none)
            .telling(action -> tell(onCall, "dynamodb:" + action))
            .onlyWhile(begun::get);
    this.concernsDynamoDb = concernsDynamoDb;
  }

  /**
   * The faults of the options.
   *
   * @throws IllegalArgumentException if a file of faults is wrong
   */
  static CallScript of(EmulatorOptions options) {
    return new CallScript(options, action -> {}, options.dynamoDbFaults().isPresent());
  }

  /** The same, and each call is told before it goes its way, such as {@code route53:GetChange}. */
  static CallScript telling(EmulatorOptions options, Consumer<String> onCall) {
    return new CallScript(options, onCall, true);
  }

  /** Whether calls of the database have to go where something can happen to them. */
  boolean concernsDynamoDb() {
    return concernsDynamoDb;
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

  private void tell(Consumer<String> onCall, String action) {
    if (begun.get()) {
      onCall.accept(action);
    }
  }
}
