package io.github.dyn53.emulator.dynamodb;

import io.github.dyn53.emulator.faults.ServiceFaults;
import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A database of this process over HTTP, for functions that run in processes of their own. Requests
 * need no signature: only this machine can send them.
 */
public final class DynamoDbEndpoint implements AutoCloseable {

  private final LoopbackServer server;

  private DynamoDbEndpoint(LoopbackServer server) {
    this.server = server;
  }

  /** Serves what {@code client} leads to on a loopback port; 0 takes any free one. */
  public static DynamoDbEndpoint start(int port, DynamoDbClient client) {
    return start(port, client, ServiceFaults.none());
  }

  /** The same, but what {@code faults} say happens to the calls. */
  public static DynamoDbEndpoint start(
      int port, DynamoDbClient client, ServiceFaults<DynamoDbError> faults) {
    var handler = new FaultyDynamoDb(faults, new DynamoDbApi(client));
    return new DynamoDbEndpoint(LoopbackServer.start(port, new HttpConfiguration(), handler));
  }

  /** What the variable {@code AWS_ENDPOINT_URL_DYNAMODB} takes. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
