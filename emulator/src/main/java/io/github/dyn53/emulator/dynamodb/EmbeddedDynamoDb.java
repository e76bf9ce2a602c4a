package io.github.dyn53.emulator.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local without its HTTP server, which would listen on all interfaces. */
public final class EmbeddedDynamoDb implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final AmazonDynamoDBLocal local;
  private final Set<Thread> files;

  private EmbeddedDynamoDb(AmazonDynamoDBLocal local, Set<Thread> files) {
    this.local = local;
    this.files = files;
    Tables.createMissing(local.dynamoDbClient(), Tables.NAMES);
  }

  /** Starts with empty tables that are gone when it is closed. */
  public static EmbeddedDynamoDb inMemory() {
    // True: no telemetry. DynamoDB Local would report its start to AWS.
    return new EmbeddedDynamoDb(DynamoDBEmbedded.create(true), Set.of());
  }

  /**
   * Starts with the tables kept in {@code folder}, made if need be. One process at a time may use a
   * folder.
   *
   * @throws UncheckedIOException if the folder can't be made or written to
   */
  public static EmbeddedDynamoDb in(Path folder) {
    Path file = folder.resolve("dynamodb.sqlite");
    try {
      Files.createDirectories(folder);
      // Where it can't open its file, DynamoDB Local tries for ever; this fails at once instead.
      Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not keep tables in %s: not a folder that can be written to".formatted(folder), e);
    }
    Set<Thread> others = threads();
    AmazonDynamoDBLocal local = DynamoDBEmbedded.create(file.toFile(), true);
    Set<Thread> own = threads();
    own.removeAll(others);
    return new EmbeddedDynamoDb(local, own);
  }

  /** The threads that hold files open, each named for its file. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("SQLiteQueue["))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A client of this database; nothing but the database needs closing. */
  public DynamoDbClient client() {
    return local.dynamoDbClient();
  }

  /** A client of the tables' streams. */
  public DynamoDbStreamsClient streams() {
    return local.dynamoDbStreamsClient();
  }

  /** Waits until the folder can be opened again, which DynamoDB Local itself does not do. */
  @Override
  public void close() {
    local.shutdown();
    try {
      for (Thread file : files) {
        boolean unused = file.join(CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
