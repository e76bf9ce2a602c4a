package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.faults.CutConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One HTTP request and the one way in which it ends: a reply, an error, or a cut connection. */
final class Exchange {
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final String requestId = UUID.randomUUID().toString();

  Exchange(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void reply(Reply reply) {
    reply
        .location()
        .ifPresent(path ->
            response
                .getHeaders()
                .put(HttpHeader.LOCATION, "http://%s%s".formatted(authority(), path)));
    send(reply.status(), reply.body());
  }

  private String authority() {
    return request.getHttpURI().getAuthority();
  }

  void refuse(Refusal refusal) {
    send(refusal.status(), refusal.body(requestId));
  }

  private void send(int status, Xml body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
    response.getHeaders().put("x-amzn-RequestId", requestId);
    var octets = body.document().getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, octets.length);
    response.write(true, ByteBuffer.wrap(octets), callback);
  }

  /** The header that says who signed the request; empty if there was none. */
  String authorization() {
    return Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.AUTHORIZATION), "");
  }

  /** Closes the connection; the client sees the end of the stream where it waits for an answer. */
  void close() {
    CutConnection.close(request, callback);
  }

  /** Resets the connection, as a broken network or a crashed server would. */
  void reset() {
    CutConnection.reset(request, callback);
  }
}
