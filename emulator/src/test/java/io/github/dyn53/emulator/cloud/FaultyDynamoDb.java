package io.github.dyn53.emulator.cloud;

import io.github.dyn53.functions.AwsClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** A client of a database that goes wrong at the steps of an update that it is told. */
final class FaultyDynamoDb implements AutoCloseable {

  /** A step of an update, named as the client's method. */
  enum Step {
    READ("batchGetItem"),
    WISH("transactWriteItems"),
    CONFIRM("updateItem");

    private final String method;

    Step(String method) {
      this.method = method;
    }
  }

  /** What goes wrong. */
  enum Fault {
    /** Nothing is done. */
    NOT_DONE,
    /** Nothing is done, the table being asked too much. */
    THROTTLED,
    /** It is done, but nobody is told. */
    ANSWER_LOST,
    /** It is done, and then done again, as the SDK does when the first answer is lost. */
    DONE_TWICE,
    /** It is done after most of the time that the client waits. */
    SLOW,
    /** A server that takes the call and never answers. */
    SILENT
  }

  private static final long MOST_PATIENCE_MILLIS = 1_700;

  private final DynamoDbClient database;
  private final SilentServer silence = new SilentServer();
  private final DynamoDbClient silent = AwsClients.at(silence.uri()).dynamoDb();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  FaultyDynamoDb(DynamoDbClient database) {
    this.database = database;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  /** From now on, until {@link #mend}. */
  void fail(Step step, Fault fault) {
    faults.put(step.method, fault);
  }

  void mend() {
    faults.clear();
  }

  @Override
  public void close() {
    silent.close();
    silence.close();
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    return switch (faults.get(method.getName())) {
      case NOT_DONE -> throw SdkClientException.create("no connection");
      case THROTTLED ->
          throw ProvisionedThroughputExceededException.builder().message("slow down").build();
      case ANSWER_LOST -> {
        perform(database, method, arguments);
        throw SdkClientException.create("connection reset");
      }
      case DONE_TWICE -> {
        perform(database, method, arguments);
        yield perform(database, method, arguments);
      }
      case SLOW -> {
        Thread.sleep(MOST_PATIENCE_MILLIS);
        yield perform(database, method, arguments);
      }
      case SILENT -> perform(silent, method, arguments);
      case null -> perform(database, method, arguments);
    };
  }

  private static Object perform(DynamoDbClient client, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
