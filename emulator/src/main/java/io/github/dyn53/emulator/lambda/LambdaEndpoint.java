package io.github.dyn53.emulator.lambda;

import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The part of Lambda's HTTP API that lists functions and invokes them, so that {@code aws lambda
 * invoke --endpoint-url} works. Requests need no signature: only this machine can send them.
 */
public final class LambdaEndpoint implements AutoCloseable {

  private final LoopbackServer server;

  private LambdaEndpoint(LoopbackServer server) {
    this.server = server;
  }

  /** Serves {@code functions} on a loopback port; 0 takes any free one. */
  public static LambdaEndpoint start(int port, List<LambdaFunction> functions) {
    var settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    return new LambdaEndpoint(LoopbackServer.start(port, settings, new LambdaApi(functions)));
  }

  /** What {@code --endpoint-url} takes. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
