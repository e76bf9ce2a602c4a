package io.github.dyn53.emulator.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers ListFunctions, GetFunction and Invoke for the functions it was given. */
final class LambdaApi extends Handler.Abstract {

  private static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions(?:/(?<name>[^/]+)(?<invocation>/invocations)?)?/?");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final LambdaReply UNKNOWN_OPERATION =
      LambdaReply.error(404, "UnknownOperationException", "Unknown operation");

  private final Map<String, LambdaFunction> functions = new TreeMap<>();

  LambdaApi(List<LambdaFunction> functions) {
    functions.forEach(function -> this.functions.put(function.name(), function));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    LambdaReply reply = reply(request);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (reply.status() != 204) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private LambdaReply reply(Request request) throws IOException {
    Matcher path = PATH.matcher(Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
    if (!path.matches()) {
      return UNKNOWN_OPERATION;
    }
    boolean invocation = path.group("invocation") != null;
    if (!request.getMethod().equals(invocation ? "POST" : "GET")) {
      return UNKNOWN_OPERATION;
    }
    if (path.group("name") == null) {
      return list();
    }
    String name = URLDecoder.decode(path.group("name"), StandardCharsets.UTF_8);
    Optional<LambdaFunction> function = FunctionName.parse(name).map(functions::get);
    if (function.isEmpty()) {
      return LambdaReply.error(404, "ResourceNotFoundException", "Function not found: " + name);
    }
    return invocation ? invoke(function.get(), request) : describe(function.get());
  }

  private static LambdaReply invoke(LambdaFunction function, Request request) throws IOException {
    byte[] sent = Content.Source.asInputStream(request).readNBytes(PAYLOAD_LIMIT + 1);
    if (sent.length > PAYLOAD_LIMIT) {
      return LambdaReply.error(
          413, "RequestTooLargeException", "Request must be smaller than 6291456 bytes");
    }
    byte[] payload = sent.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : sent;
    if (!isJson(payload)) {
      return LambdaReply.error(
          400, "InvalidRequestContentException", "Could not parse request body into json");
    }
    String type =
        Objects.requireNonNullElse(
            request.getHeaders().get("X-Amz-Invocation-Type"), "RequestResponse");
    return invoke(function, type, payload);
  }

  private static LambdaReply invoke(LambdaFunction function, String type, byte[] payload) {
    return switch (type) {
      case "RequestResponse" -> LambdaReply.of(function.invoke(payload));
      case "Event" -> {
        Thread.ofVirtual().name("event-" + function.name()).start(() -> function.invoke(payload));
        yield LambdaReply.empty(202);
      }
      case "DryRun" -> LambdaReply.empty(204);
      default ->
          LambdaReply.error(
              400,
              "InvalidParameterValueException",
              "X-Amz-Invocation-Type must be RequestResponse, Event or DryRun");
    };
  }

  private static boolean isJson(byte[] payload) throws IOException {
    try {
      return !JSON.readTree(payload).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private LambdaReply list() {
    ObjectNode body = JSON.createObjectNode();
    var list = body.putArray("Functions");
    functions.values().forEach(function -> list.add(configuration(function)));
    return LambdaReply.json(body);
  }

  private static LambdaReply describe(LambdaFunction function) {
    ObjectNode body = JSON.createObjectNode();
    body.set("Configuration", configuration(function));
    return LambdaReply.json(body);
  }

  private static ObjectNode configuration(LambdaFunction function) {
    return JSON.createObjectNode()
        .put("FunctionName", function.name())
        .put("FunctionArn", function.arn())
        .put("Runtime", "java25")
        .put("Timeout", function.timeout().toSeconds())
        .put("Version", "$LATEST")
        .put("State", "Active");
  }
}
