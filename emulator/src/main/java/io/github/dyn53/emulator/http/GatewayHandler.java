package io.github.dyn53.emulator.http;

import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns each request into an event for the function, and what it returns into the reply. */
final class GatewayHandler extends Handler.Abstract {

  /** API Gateway's quota for a payload, in bytes. */
  private static final int BODY_LIMIT = 10 * 1024 * 1024;

  private final LambdaFunction function;
  private final InstantSource clock;
  private final RandomGenerator random;

  GatewayHandler(LambdaFunction function, InstantSource clock, RandomGenerator random) {
    this.function = function;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    GatewayRequest received = received(request);
    byte[] body = Content.Source.asInputStream(request).readNBytes(BODY_LIMIT + 1);
    GatewayReply reply =
        body.length > BODY_LIMIT
            ? GatewayReply.message(413, "Request Entity Too Large")
            : GatewayReply.of(function.invoke(GatewayEvent.of(received, body)));
    send(reply, received, response, callback);
    return true;
  }

  private GatewayRequest received(Request request) {
    var connection = request.getConnectionMetaData();
    var remote = (InetSocketAddress) connection.getRemoteSocketAddress();
    var local = (InetSocketAddress) connection.getLocalSocketAddress();
    var peer =
        new GatewayRequest.Peer(
            SourceAddress.text(remote.getAddress()),
            connection.isSecure() ? "https" : "http",
            local.getPort());
    return new GatewayRequest(
        request.getMethod(),
        target(request.getHttpURI()),
        connection.getHttpVersion().asString(),
        request.getHeaders(),
        peer,
        requestId(),
        clock.instant());
  }

  private static RequestTarget target(HttpURI uri) {
    return new RequestTarget(
        Objects.requireNonNullElse(uri.getPath(), "/"),
        Objects.requireNonNullElse(uri.getQuery(), ""));
  }

  private String requestId() {
    byte[] bytes = new byte[11];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static void send(
      GatewayReply reply, GatewayRequest request, Response response, Callback callback) {
    response.setStatus(reply.status());
    response.getHeaders().add(reply.headers());
    response.getHeaders().put("apigw-requestid", request.requestId());
    if (reply.status() != 204 && reply.status() != 304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().remaining());
    }
    if (request.protocol().equals(HttpVersion.HTTP_1_0.asString())) {
      // inadyn reads until the end of the connection, even where it asked to keep it.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    response.write(true, reply.body(), callback);
  }
}
