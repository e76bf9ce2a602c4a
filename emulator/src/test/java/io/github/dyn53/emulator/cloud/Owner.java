package io.github.dyn53.emulator.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dyn53.emulator.ReadyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whoever runs a deployment: invokes its functions and looks at its names. */
public final class Owner implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ReadyFile ready;
  private final DnsQuestions dns;

  /** Whoever runs this emulator. */
  public Owner(ReadyFile ready) {
    this.ready = ready;
    this.dns =
        new DnsQuestions(Integer.parseInt(ready.dns().substring(ready.dns().lastIndexOf(':') + 1)));
  }

  /** Adds a host of the first zone. */
  public String addHost(String label) {
    return addHost(label, ready.zones().getFirst().name());
  }

  /** Adds a host of this zone. */
  public String addHost(String label, String zone) {
    String hostname = label + "." + zone;
    admin("host.add", hostname);
    return hostname;
  }

  /** Whether nothing of the host is still to be published. */
  public boolean isSettled(String hostname) {
    JsonNode host = admin("host.show", hostname).path("host");
    return !host.isMissingNode()
        && host.path("pendingSince").isMissingNode()
        && host.path("wanted").equals(host.path("published"));
  }

  /** What DNS answers, A before AAAA. */
  public List<String> lookUp(String hostname) {
    return Stream.of("A", "AAAA")
        .flatMap(type -> dns.ask(type, hostname).stream())
        .map(answer -> answer.split(" ", 2)[1])
        .toList();
  }

  /** Does at once what the schedule does every five minutes. */
  public void sweep() {
    invoke("SweepFunction", JSON.createObjectNode());
  }

  /** Sweeps until nothing is left to be published, as it must be once the last lease is over. */
  public void settle(List<String> hostnames, Duration timeLimit) throws InterruptedException {
    long end = System.nanoTime() + timeLimit.toNanos();
    for (String hostname : hostnames) {
      while (!isSettled(hostname)) {
        if (System.nanoTime() > end) {
          throw new AssertionError(hostname + " is still pending");
        }
        sweep();
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }

  private JsonNode admin(String command, String hostname) {
    JsonNode answer =
        invoke(
            "AdminFunction",
            JSON.createObjectNode().put("command", command).put("hostname", hostname));
    if (!answer.path("ok").asBoolean()) {
      throw new IllegalStateException("%s: %s".formatted(command, answer));
    }
    return answer;
  }

  /** Invokes a function, which has to return. */
  private JsonNode invoke(String function, JsonNode event) {
    HttpResponse<String> answer = call(function, event);
    if (isError(answer)) {
      throw new IllegalStateException(function + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(function + ": " + answer.body(), e);
    }
  }

  /** Invokes a function that may be killed over it; any other failure is one. */
  public boolean dies(String function, JsonNode event) {
    HttpResponse<String> answer = call(function, event);
    if (isError(answer) && !answer.body().contains("signal: killed")) {
      throw new IllegalStateException(function + ": " + answer.body());
    }
    return isError(answer);
  }

  private static boolean isError(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Amz-Function-Error").isPresent();
  }

  private HttpResponse<String> call(String function, JsonNode event) {
    var uri = ready.lambda().resolve("/2015-03-31/functions/%s/invocations".formatted(function));
    var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(event.toString()));
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
