package io.github.dyn53.bench.handler;

import io.github.dyn53.bench.AwsCall;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Answers the SDK's requests from memory, below all of the SDK's own code. */
final class InMemoryAws implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return AwsCall.of(request.httpRequest().firstMatchingHeader("X-Amz-Target"))
        .map(call -> new Answer(call.answer()))
        .orElseThrow(() -> new IllegalArgumentException("no such operation"));
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  private record Answer(String body) implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpFullResponse.builder()
                  .statusCode(200)
                  .putHeader("Content-Length", Integer.toString(bytes.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    @Override
    public void abort() {
      // Nothing to break off.
    }
  }
}
