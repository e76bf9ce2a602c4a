package io.github.dyn53.emulator.loopback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Says in AWS's form, {@code {"message":"..."}}, what Jetty refuses before any handler sees it. */
final class JsonErrors extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.write(true, body(status, response.getHeaders()), callback);
  }

  private static ByteBuffer body(int status, HttpFields.Mutable fields) {
    // The reason that Jetty gives may quote the request, which may hold a secret.
    String message = Objects.requireNonNullElse(HttpStatus.getMessage(status), "Error");
    byte[] json = "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
    fields.put(HttpHeader.CONTENT_TYPE, "application/json");
    fields.put(HttpHeader.CONTENT_LENGTH, json.length);
    return ByteBuffer.wrap(json);
  }
}
