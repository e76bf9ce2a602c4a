package io.github.dyn53.emulator.stream;

import io.github.dyn53.emulator.lambda.Invocation;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A function that is handed an event of a stream once and sometimes twice, as Lambda's event source
 * mappings may do even where nothing fails.
 *
 * @param function takes the event, JSON
 * @param percent the share of events that come twice, 0 to 100
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Process DynamoDB
 *     records with Lambda: each event at least once</a>
 */
public record AtLeastOnce(
    Function<byte[], Invocation> function, int percent, RandomGenerator random)
    implements Function<byte[], Invocation> {

  /** What came of the event the last time. */
  @Override
  public Invocation apply(byte[] event) {
    Invocation first = function.apply(event);
    return random.nextInt(100) < percent ? function.apply(event) : first;
  }
}
