package io.github.dyn53.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.dyn53.functions.dynamodb.TableNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

class LeanHttpClientTest {

  private static final String BODY = "{\"a\":1}";

  private final List<String> arrived = new ArrayList<>();

  @Test
  void sendsTheWholeBodyAndItsLength() throws IOException {
    HttpServer server = server();
    try (SdkHttpClient client = client()) {
      int status =
          client
              .prepareRequest(post(server.getAddress().getPort()))
              .call()
              .httpResponse()
              .statusCode();

      assertThat(status).isEqualTo(204);
      assertThat(arrived).containsExactly("length 7: " + BODY);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void tellsTheConnectionNoLengthBeforehand() {
    var transport = new Recorder();
    try (SdkHttpClient client = new LeanHttpClient(transport, new OneKeyShare(jdk()))) {
      client.prepareRequest(post(8080));
    }

    assertThat(transport.requests)
        .singleElement()
        .satisfies(request -> {
          assertThat(request.httpRequest().headers()).containsOnlyKeys("X-Amz-Target");
          assertThat(request.contentStreamProvider()).isPresent();
        });
  }

  private static SdkHttpClient client() {
    return LeanHttpClient.create(jdk(), Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  private static SSLSocketFactory jdk() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private static final class Recorder implements SdkHttpClient {

    private final List<HttpExecuteRequest> requests = new ArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      requests.add(request);
      return new CannedAws(new TableNames("hosts", "tokens", "changes")).prepareRequest(request);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private HttpServer server() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(loopback, 0);
    server.createContext(
        "/",
        exchange -> {
          String length = exchange.getRequestHeaders().getFirst("Content-Length");
          byte[] body = exchange.getRequestBody().readAllBytes();
          arrived.add("length " + length + ": " + new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static HttpExecuteRequest post(int port) {
    var uri = URI.create("http://127.0.0.1:" + port + "/");
    return HttpExecuteRequest.builder()
        .request(
            SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("X-Amz-Target", "DynamoDB_20120810.UpdateItem")
                .putHeader("Content-Length", Integer.toString(BODY.length()))
                .build())
        .contentStreamProvider(ContentStreamProvider.fromUtf8String(BODY))
        .build();
  }
}
