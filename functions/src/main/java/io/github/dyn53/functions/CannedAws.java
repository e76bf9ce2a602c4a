package io.github.dyn53.functions;

import io.github.dyn53.functions.dynamodb.TableNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * DynamoDB and Route 53 as far as priming needs them: an HTTP client that answers from memory,
 * below all of the SDK's own code. It knows one token and one host and keeps nothing.
 */
final class CannedAws implements SdkHttpClient {

  private static final String ROUTE53_ANSWER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
      <ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status>
      <SubmittedAt>2026-01-01T00:00:00.000Z</SubmittedAt></ChangeInfo>
      </ChangeResourceRecordSetsResponse>
      """;

  private final String snapshot;

  CannedAws(TableNames tables) {
    this.snapshot =
        """
        {"Responses":{
        "%s":[{"hash":{"S":"%s"},"name":{"S":"priming"},"role":{"S":"DEVICE"},
        "grants":{"L":[{"M":{"name":{"S":"%s"}}}]},"created":{"S":"2026-01-01T00:00:00Z"}}],
        "%s":[{"name":{"S":"%s"},"zone":{"S":"Z1"},"ttl":{"N":"60"},"types":{"SS":["A","AAAA"]},
        "wildcard":{"BOOL":false},"specialAddresses":{"S":"PUBLISH"},"blocked":{"BOOL":false},
        "wanted":{"M":{"v4":{"S":"%s"}}},"published":{"M":{"v4":{"S":"%s"}}},
        "version":{"N":"7"},"lastSeen":{"S":"9999-01-01T00:00:00Z"}}]},
        "UnprocessedKeys":{}}
        """
            .formatted(
                tables.tokens(),
                PrimingEvents.SECRET.hash().value(),
                PrimingEvents.HOSTNAME,
                tables.hosts(),
                PrimingEvents.HOSTNAME,
                PrimingEvents.ADDRESS,
                PrimingEvents.ADDRESS);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String answer =
        request
            .httpRequest()
            .firstMatchingHeader("X-Amz-Target")
            .map(target -> target.endsWith(".BatchGetItem") ? snapshot : "{}")
            .orElse(ROUTE53_ANSWER);
    return new Answer(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Answer(byte[] body) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(200)
                  .putHeader("Content-Length", Integer.toString(body.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void abort() {
      // Nothing to break off.
    }
  }
}
