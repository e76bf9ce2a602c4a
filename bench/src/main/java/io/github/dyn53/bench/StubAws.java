package io.github.dyn53.bench;

import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * DynamoDB and Route 53 on loopback, over TLS and each with a port of its own, as they have names
 * of their own in AWS. They answer at once and always the same, and count.
 */
final class StubAws implements AutoCloseable {

  private final AwsCalls.Counter counter = new AwsCalls.Counter();
  private final Certificates certificates;
  private LoopbackServer dynamoDb;
  private LoopbackServer route53;

  /** Starts both, with the certificate that {@code certificates} hold. */
  StubAws(Certificates certificates) {
    this.certificates = certificates;
    this.dynamoDb = serve(0);
    this.route53 = serve(0);
  }

  /** The variables that tell both SDKs where AWS is. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", url(dynamoDb),
        "AWS_ENDPOINT_URL_ROUTE_53", url(route53));
  }

  private static String url(LoopbackServer server) {
    return "https://127.0.0.1:" + server.port();
  }

  /** What was asked since the last time. */
  AwsCalls takeCalls() {
    return counter.take();
  }

  /** Drops all connections and TLS sessions: what a snapshot holds of them is stale as well. */
  void forgetConnections() {
    dynamoDb = restart(dynamoDb);
    route53 = restart(route53);
  }

  private LoopbackServer restart(LoopbackServer server) {
    server.close();
    return serve(server.port());
  }

  private LoopbackServer serve(int port) {
    var context = new SslContextFactory.Server();
    context.setSslContext(certificates.open());
    context.setSniRequired(false);
    return LoopbackServer.startTls(
        port, List.of(), new HttpConfiguration(), context, new Answers(counter));
  }

  @Override
  public void close() {
    dynamoDb.close();
    route53.close();
  }

  private static final class Answers extends Handler.Abstract {

    private final AwsCalls.Counter counter;

    Answers(AwsCalls.Counter counter) {
      this.counter = counter;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      Content.Source.consumeAll(request);
      var target = Optional.ofNullable(request.getHeaders().get("X-Amz-Target"));
      Optional<AwsCall> call = AwsCall.of(target);
      if (call.isEmpty()) {
        Response.writeError(request, response, callback, 400, "no such operation");
        return true;
      }
      counter.count(call.get(), request.getConnectionMetaData().getId());
      byte[] body = call.get().answer().getBytes(StandardCharsets.UTF_8);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response
          .getHeaders()
          .put(
              HttpHeader.CONTENT_TYPE,
              target.map(t -> "application/x-amz-json-1.0").orElse("text/xml"));
      response.getHeaders().put("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
      target.ifPresent(t -> response.getHeaders().put("x-amz-crc32", crc32(body)));
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }

    private static String crc32(byte[] body) {
      var checksum = new CRC32();
      checksum.update(body);
      return Long.toString(checksum.getValue());
    }
  }
}
