package io.github.dyn53.cli.router;

import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.router.IgdDescription.Service;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * Asks by UPnP IGD (WANIPConnection:1 section 2.4.18, GetExternalIPAddress). Everything is fetched
 * from the gateway itself: an answer that points elsewhere is not followed.
 */
final class Igd implements RouterProtocol {

  /** For one exchange. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** For the search, the description and all connections together. */
  private static final Duration PATIENCE_IN_ALL = Duration.ofSeconds(5);

  /** Routers describe one or two; whoever forges a description can put hundreds into it. */
  private static final int MOST_SERVICES = 4;

  private final Routes routes;
  private final HttpClient http;
  private final Optional<Ssdp> ssdp;
  private final Duration patience;
  private Optional<Known> known = Optional.empty();

  private record Known(Ipv4Address gateway, Service service) {}

  Igd(Routes routes, HttpClient http, Optional<Ssdp> ssdp, Duration patience) {
    this.routes = routes;
    this.http = http;
    this.ssdp = ssdp;
    this.patience = patience;
  }

  static Igd of(Routes routes, HttpClient http) {
    return new Igd(routes, http, Optional.empty(), PATIENCE_IN_ALL);
  }

  @Override
  public String label() {
    return "UPnP IGD";
  }

  @Override
  public RouterAnswer ask(Ipv4Address gateway) {
    Deadline deadline = Deadline.in(patience);
    if (known.isPresent() && known.get().gateway().equals(gateway)) {
      RouterAnswer again = ask(known.get().service(), deadline);
      if (!(again instanceof RouterAnswer.NotOffered)) {
        return again;
      }
      // Restarted, and its control URL is another one now.
      known = Optional.empty();
    }
    try {
      return discovered(gateway, deadline);
    } catch (UnreachableException | IOException e) {
      return new RouterAnswer.NotOffered(
          "the router's description can't be read: " + e.getMessage());
    }
  }

  private RouterAnswer discovered(Ipv4Address gateway, Deadline deadline) throws IOException {
    Optional<DefaultRoute> route = routes.defaultRoute(Family.IPV4);
    String link = route.isPresent() ? route.get().link() : "";
    Ssdp search = ssdp.isPresent() ? ssdp.get() : Ssdp.usual();
    Optional<String> location = search.search(link, gateway, deadline);
    if (location.isEmpty()) {
      return new RouterAnswer.NotOffered("the router does not answer the search");
    }
    Optional<URI> own =
        IgdDescription.at(URI.create("http://" + gateway.text() + "/"), location.get(), gateway);
    if (own.isEmpty()) {
      return new RouterAnswer.NotOffered("the router's answer points away from it; not followed");
    }
    return described(gateway, own.get(), deadline);
  }

  private RouterAnswer described(Ipv4Address gateway, URI location, Deadline deadline)
      throws IOException {
    HttpReply reply = http.exchange(request("GET", location, Map.of(), Optional.empty(), deadline));
    Optional<Document> description =
        reply.status() == 200 ? Xml.parse(reply.body()) : Optional.empty();
    List<Service> services =
        description.isEmpty()
            ? List.of()
            : IgdDescription.services(description.get(), location, gateway);
    RouterAnswer last = new RouterAnswer.NotOffered("the router describes no connection to ask");
    for (Service service : services.subList(0, Math.min(services.size(), MOST_SERVICES))) {
      if (deadline.passed()) {
        return last;
      }
      RouterAnswer answer = ask(service, deadline);
      if (answer instanceof RouterAnswer.Outside) {
        known = Optional.of(new Known(gateway, service));
        return answer;
      }
      // Of several connections some are not in use; that one answered counts more than a refusal.
      last = last instanceof RouterAnswer.NotOffered ? answer : last;
    }
    return last;
  }

  private RouterAnswer ask(Service service, Deadline deadline) {
    String body =
        "<?xml version=\"1.0\"?>\r\n"
            + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>"
            + "<u:GetExternalIPAddress xmlns:u=\""
            + service.type()
            + "\"></u:GetExternalIPAddress></s:Body></s:Envelope>\r\n";
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "text/xml; charset=\"utf-8\"",
            "SOAPAction",
            "\"" + service.type() + "#GetExternalIPAddress\"");
    try {
      return answer(
          http.exchange(request("POST", service.control(), headers, Optional.of(body), deadline)));
    } catch (UnreachableException | SocketTimeoutException e) {
      return new RouterAnswer.NotOffered("the router does not answer: " + e.getMessage());
    }
  }

  static RouterAnswer answer(HttpReply reply) {
    Optional<Document> document = Xml.parse(reply.body());
    if (document.isEmpty()) {
      return new RouterAnswer.NotOffered("the router's answer makes no sense");
    }
    if (reply.status() != 200) {
      String code = IgdDescription.first(document.get(), "errorCode").orElse("none");
      return new RouterAnswer.Untold("the router refuses with error " + number(code));
    }
    Optional<String> text = IgdDescription.first(document.get(), "NewExternalIPAddress");
    if (text.isEmpty() || text.get().isEmpty()) {
      return new RouterAnswer.NoAddress("the router has no connection to the outside");
    }
    Optional<Ipv4Address> address = Ipv4Address.parse(text.get());
    return address.isPresent()
        ? RouterAnswer.of(address.get())
        : new RouterAnswer.NotOffered("the router's answer is no IPv4 address");
  }

  /** Nothing of a stranger's text is shown but digits. */
  private static String number(String code) {
    boolean digits = code.length() < 6 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !code.isEmpty() ? code : "unknown";
  }

  private static HttpRequest request(
      String method, URI url, Map<String, String> headers, Optional<String> body, Deadline deadline)
      throws SocketTimeoutException {
    Duration left = Duration.ofMillis(deadline.millisLeft());
    Duration timeout = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    return new HttpRequest(method, url, headers, body, Optional.of(Family.IPV4), timeout);
  }
}
