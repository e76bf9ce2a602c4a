package io.github.dyn53.functions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.github.dyn53.functions.golden.GoldenState;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * DynamoDB and Route 53 on the wire: they know the token {@code router} and home.example.com with
 * the address 11.22.33.44, and forget what is written.
 */
final class AwsEndpoint implements AutoCloseable {

  private static final String SNAPSHOT =
      """
      {"Responses":{"tokens":[{"hash":{"S":"%s"},"name":{"S":"router"},"role":{"S":"DEVICE"},
      "grants":{"L":[{"M":{"name":{"S":"home.example.com"}}}]},
      "created":{"S":"2026-01-01T00:00:00Z"}}],
      "hosts":[{"name":{"S":"home.example.com"},"zone":{"S":"Z1"},"ttl":{"N":"60"},
      "types":{"SS":["A","AAAA"]},"wildcard":{"BOOL":false},"specialAddresses":{"S":"REFUSE"},
      "blocked":{"BOOL":false},"wanted":{"M":{"v4":{"S":"11.22.33.44"}}},
      "published":{"M":{"v4":{"S":"11.22.33.44"}}},"version":{"N":"7"},
      "lastSeen":{"S":"9999-01-01T00:00:00Z"}}]},"UnprocessedKeys":{}}
      """
          .formatted(GoldenState.secret("router").hash().value());

  private static final String NOTHING =
      "{\"Responses\":{\"tokens\":[],\"hosts\":[]},\"UnprocessedKeys\":{}}";
  private static final String CHANGED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
      <ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status>
      <SubmittedAt>2026-11-22T10:15:30.123Z</SubmittedAt></ChangeInfo>
      </ChangeResourceRecordSetsResponse>
      """;

  private final Consumer<String> journal;
  private final LoopbackServer server;

  /**
   * Serves them.
   *
   * @param journal takes the operation of each request before it is answered
   */
  AwsEndpoint(Consumer<String> journal) throws IOException {
    this.journal = journal;
    this.server = new LoopbackServer(this::handle);
  }

  String url() {
    return "http://" + server.authority();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Optional<String> target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    String operation =
        target
            .map(name -> name.substring(name.indexOf('.') + 1))
            .orElse("ChangeResourceRecordSets");
    journal.accept(operation);
    LoopbackServer.answer(exchange, 200, answer(operation, body).getBytes(UTF_8));
  }

  private static String answer(String operation, String body) {
    return switch (operation) {
      case "BatchGetItem" ->
          body.contains(GoldenState.secret("router").hash().value()) ? SNAPSHOT : NOTHING;
      case "Scan" -> "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}";
      case "ChangeResourceRecordSets" -> CHANGED;
      default -> "{}";
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
