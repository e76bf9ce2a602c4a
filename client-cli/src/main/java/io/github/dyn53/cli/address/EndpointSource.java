package io.github.dyn53.cli.address;

import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The address that dyn53's own endpoint sees: what is left when every NAT has been passed. */
public final class EndpointSource implements AddressSource {

  private static final int TOO_MANY = 429;

  private final HttpClient http;
  private final List<URI> endpoints;
  private final String userAgent;
  private final Duration timeout;
  private final Pause pause;

  /**
   * Asks the endpoints in this order until one answers.
   *
   * @param endpoints without a slash at the end
   * @param timeout for each of them
   * @param pause whether they are to be left alone, and who is told that they are in trouble
   */
  public EndpointSource(
      HttpClient http, List<URI> endpoints, String userAgent, Duration timeout, Pause pause) {
    this.http = http;
    this.endpoints = List.copyOf(endpoints);
    this.userAgent = userAgent;
    this.timeout = timeout;
    this.pause = pause;
  }

  @Override
  public String name() {
    return "endpoint";
  }

  @Override
  public Finding find(Family family) {
    Optional<String> why = pause.why();
    if (why.isPresent()) {
      return new Finding.Failed(why.get(), true);
    }
    Finding last = new Finding.Failed("no endpoint is configured");
    Optional<HttpReply> trouble = Optional.empty();
    for (URI endpoint : endpoints) {
      try {
        HttpReply reply = http.exchange(request(endpoint, family));
        last = finding(reply, family);
        if (last instanceof Finding.Found) {
          pause.end();
          return last;
        }
        if (trouble.isEmpty() && isInTrouble(reply)) {
          trouble = Optional.of(reply);
        }
      } catch (UnreachableException e) {
        last = new Finding.Failed(String.valueOf(e.getMessage()), true);
      }
    }
    if (trouble.isPresent()) {
      pause.begin(status(trouble.get()), trouble.get().header("retry-after"));
    }
    return last;
  }

  private static boolean isInTrouble(HttpReply reply) {
    return reply.status() == TOO_MANY || reply.status() >= 500;
  }

  private static String status(HttpReply reply) {
    return "the endpoint answers with status " + reply.status();
  }

  private HttpRequest request(URI endpoint, Family family) {
    return new HttpRequest(
        "GET",
        URI.create(endpoint + "/checkip"),
        Map.of("User-Agent", userAgent),
        Optional.empty(),
        Optional.of(family),
        timeout);
  }

  private static Finding finding(HttpReply reply, Family family) {
    if (reply.status() != 200) {
      return new Finding.Failed(status(reply), true);
    }
    Optional<IpAddress> address = IpAddress.parse(reply.body().strip());
    if (address.isEmpty()) {
      return new Finding.Failed(
          "what answers is no endpoint of dyn53: its /checkip is not an address alone");
    }
    if (address.get().family() != family) {
      return new Finding.Failed(
          "the endpoint sees "
              + address.get().text()
              + ", which is of the other family: something in between translates");
    }
    return new Finding.Found(address.get(), "endpoint");
  }
}
