package io.github.dyn53.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEndpointTest {

  private final BlockingQueue<String> payloads = new LinkedBlockingQueue<>();
  private final LambdaEndpoint endpoint =
      LambdaEndpoint.start(
          0,
          List.of(
              function("AdminFunction", this::echo),
              function(
                  "broken",
                  (input, output, context) -> {
                    throw new IllegalStateException("no \"luck\"");
                  }),
              function("slow", (input, output, context) -> awaitInterrupt())));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AdminFunction",
        "AdminFunction:live",
        "000000000000:function:AdminFunction",
        "arn:aws:lambda:us-east-1:000000000000:function:AdminFunction",
        "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3AAdminFunction%3A%24LATEST"
      })
  void invokesByAnyName(String name) throws Exception {
    HttpResponse<String> response = invoke(name, "RequestResponse", "{\"a\":1}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(response.headers().firstValue("X-Amz-Executed-Version")).hasValue("$LATEST");
  }

  @Test
  void answersEventAtOnceAndRunsIt() throws Exception {
    assertThat(invoke("AdminFunction", "Event", "{\"a\":2}").statusCode()).isEqualTo(202);
    assertThat(payloads.poll(5, TimeUnit.SECONDS)).isEqualTo("{\"a\":2}");
  }

  @Test
  void runsNothingInDryRun() throws Exception {
    assertThat(invoke("AdminFunction", "DryRun", "{}").statusCode()).isEqualTo(204);
    assertThat(payloads).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken | java.lang.IllegalStateException | no "luck"
          slow   | Sandbox.Timedout                | RequestId: .* Error: Task timed out after 0.20 seconds
          """)
  void tellsFunctionErrors(String name, String type, String message) throws Exception {
    HttpResponse<String> response = invoke(name, "RequestResponse", "{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
    var error = new JsonMapper().readTree(response.body());
    assertThat(error.path("errorType").asText()).isEqualTo(type);
    assertThat(error.path("errorMessage").asText()).matches(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nobody      | RequestResponse | {}   | 404 | ResourceNotFoundException
          a%20b       | RequestResponse | {}   | 404 | ResourceNotFoundException
          AdminFunction | RequestResponse | {a   | 400 | InvalidRequestContentException
          AdminFunction | RequestResponse | {} x | 400 | InvalidRequestContentException
          AdminFunction | Sometimes       | {}   | 400 | InvalidParameterValueException
          """)
  void refuses(String name, String type, String payload, int status, String error)
      throws Exception {
    HttpResponse<String> response = invoke(name, type, payload);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("X-Amzn-ErrorType")).hasValue(error);
    assertThat(new JsonMapper().readTree(response.body()).path("Type").asText()).isEqualTo("User");
    assertThat(payloads).isEmpty();
  }

  @Test
  void listsAndDescribesFunctions() throws Exception {
    assertThat(get("/2015-03-31/functions/").body())
        .contains("\"FunctionName\":\"broken\"", "\"FunctionName\":\"AdminFunction\"");
    assertThat(get("/2015-03-31/functions/slow").body())
        .contains("\"FunctionArn\":\"arn:aws:lambda:us-east-1:000000000000:function:slow\"");
    assertThat(get("/2015-03-31/layers").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> invoke(String name, String type, String payload)
      throws IOException, InterruptedException {
    var uri = endpoint.url().resolve("/2015-03-31/functions/%s/invocations".formatted(name));
    return client.send(
        HttpRequest.newBuilder(uri)
            .header("X-Amz-Invocation-Type", type)
            .POST(BodyPublishers.ofString(payload))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(endpoint.url().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static LambdaFunction function(String name, RequestStreamHandler handler) {
    return new LambdaFunction(name, handler, Duration.ofMillis(name.equals("slow") ? 200 : 5_000));
  }

  private void echo(InputStream input, OutputStream output, Context context) throws IOException {
    byte[] payload = input.readAllBytes();
    payloads.add(new String(payload, StandardCharsets.UTF_8));
    assertThat(context.getFunctionName()).isEqualTo("AdminFunction");
    assertThat(context.getRemainingTimeInMillis()).isBetween(1, 5_000);
    output.write(payload);
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
