package io.github.dyn53.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.lambda.Invocation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** What the client gets: a status, headers, and a body whose length is known. */
record GatewayReply(int status, HttpFields headers, ByteBuffer body) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The front door's own business, whatever the function says. */
  private static final Set<String> IGNORED =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

  /** API Gateway's own words, as JSON. */
  static GatewayReply message(int status, String message) {
    String json = JSON.createObjectNode().put("message", message).toString();
    return new GatewayReply(status, jsonType(), utf8(json));
  }

  /** What API Gateway makes of an invocation: the reply it describes, or a 500 without details. */
  static GatewayReply of(Invocation invocation) {
    GatewayReply failure = message(500, "Internal Server Error");
    return switch (invocation) {
      case Invocation.Failed ignored -> failure;
      case Invocation.Returned(String payload) -> {
        try {
          yield read(JSON.readTree(payload), payload);
        } catch (JsonProcessingException | IllegalArgumentException e) {
          yield failure;
        }
      }
    };
  }

  private static GatewayReply read(JsonNode answer, String payload) {
    if (!answer.has("statusCode")) {
      // Payload format 2.0: JSON without a status is itself the body of a 200.
      return new GatewayReply(200, jsonType(), utf8(payload));
    }
    int status = answer.path("statusCode").asInt();
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not a status: %d".formatted(status));
    }
    String text = answer.path("body").asText("");
    boolean base64 = answer.path("isBase64Encoded").asBoolean();
    ByteBuffer body = base64 ? ByteBuffer.wrap(Base64.getDecoder().decode(text)) : utf8(text);
    return new GatewayReply(status, headers(answer), body);
  }

  private static HttpFields headers(JsonNode answer) {
    List<HttpField> fields = new ArrayList<>();
    for (var header : answer.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!IGNORED.contains(name)) {
        fields.add(new HttpField(remapped(name), header.getValue().asText()));
      }
    }
    answer
        .path("cookies")
        .forEach(cookie -> fields.add(new HttpField("set-cookie", cookie.asText())));
    if (fields.stream().noneMatch(field -> field.getName().equals("content-type"))) {
      fields.add(new HttpField("content-type", "text/plain;charset=UTF-8"));
    }
    return HttpFields.from(fields.toArray(HttpField[]::new));
  }

  /** API Gateway renames the challenge, so that no client can wait for it: emulated faithfully. */
  private static String remapped(String name) {
    return name.equals("www-authenticate") ? "x-amzn-Remapped-WWW-Authenticate" : name;
  }

  private static HttpFields jsonType() {
    return HttpFields.from(new HttpField("content-type", "application/json"));
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
