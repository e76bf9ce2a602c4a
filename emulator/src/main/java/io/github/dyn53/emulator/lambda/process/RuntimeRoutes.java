package io.github.dyn53.emulator.lambda.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The paths of the Runtime API, and the one that credentials come from under SnapStart. */
final class RuntimeRoutes extends Handler.Abstract {

  private static final String API = "/2018-06-01/runtime/";
  private static final Pattern RESULT =
      Pattern.compile(API + "invocation/(?<id>[^/]+)/(?<kind>response|error)");
  private static final String ACCEPTED = "{\"status\":\"OK\"}";
  private static final Duration CREDENTIALS_LIFE = Duration.ofHours(6);
  private static final JsonMapper JSON = new JsonMapper();

  private final RuntimeApi api;
  private final Runnable restore;

  RuntimeRoutes(RuntimeApi api, Runnable restore) {
    this.api = api;
    this.restore = restore;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    switch (Request.getPathInContext(request)) {
      case API + "invocation/next" -> handOver(response, callback);
      case API + "restore/next" -> {
        restore.run();
        answer(response, 200, "", callback);
      }
      case API + "init/error" -> {
        Invocation.Failed reason = failure(body(request));
        api.fail(requestId -> reason);
        answer(response, 202, ACCEPTED, callback);
      }
      case "/credentials" -> answer(response, 200, credentials(), callback);
      case String path -> take(RESULT.matcher(path), request, response, callback);
    }
    return true;
  }

  private void handOver(Response response, Callback callback) throws IOException {
    try {
      RuntimeEvent event = api.next();
      long deadline = Instant.now().plus(event.timeout()).toEpochMilli();
      HttpFields.Mutable headers = response.getHeaders();
      headers.put("Lambda-Runtime-Aws-Request-Id", event.requestId());
      headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      headers.put("Lambda-Runtime-Invoked-Function-Arn", event.functionArn());
      answer(response, 200, event.payload(), callback);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  private void take(Matcher result, Request request, Response response, Callback callback)
      throws IOException {
    if (!result.matches()) {
      answer(response, 404, error("UnknownOperation", "Unknown operation"), callback);
      return;
    }
    String body = body(request);
    Invocation invocation =
        result.group("kind").equals("response") ? new Invocation.Returned(body) : failure(body);
    if (api.reply(result.group("id"), invocation)) {
      answer(response, 202, ACCEPTED, callback);
    } else {
      answer(response, 400, error("InvalidRequestID", "Invalid request ID"), callback);
    }
  }

  private static Invocation.Failed failure(String body) {
    try {
      JsonNode error = JSON.readTree(body);
      return new Invocation.Failed(
          error.path("errorType").asText("Runtime.Unknown"), error.path("errorMessage").asText());
    } catch (JsonProcessingException e) {
      return new Invocation.Failed("Runtime.Unknown", "");
    }
  }

  private static String error(String type, String message) {
    return JSON.createObjectNode().put("errorMessage", message).put("errorType", type).toString();
  }

  private static String credentials() {
    return JSON.createObjectNode()
        .put("AccessKeyId", "ASIALOCAL")
        .put("SecretAccessKey", "local")
        .put("Token", "local")
        .put("Expiration", Instant.now().plus(CREDENTIALS_LIFE).toString())
        .toString();
  }

  private static String body(Request request) throws IOException {
    return Content.Source.asString(request, StandardCharsets.UTF_8);
  }

  private static void answer(Response response, int status, String text, Callback callback) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    // Without it the runtime client's native half reads a text at no address, and dies.
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
