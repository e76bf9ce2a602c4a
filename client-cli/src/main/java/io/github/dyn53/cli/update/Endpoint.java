package io.github.dyn53.cli.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one deployment of dyn53, which may have several addresses, for updates. */
public final class Endpoint {

  /** A request can name no more hosts ({@code numhost}). */
  static final int MOST_HOSTS = 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final List<URI> addresses;
  private final String userAgent;
  private final InstantSource clock;

  /**
   * A deployment.
   *
   * @param addresses in order of preference: the next is tried where one is unreachable or in
   *     trouble, not where it refuses
   * @param userAgent such as {@code dyn53/1.0.0}
   */
  public Endpoint(HttpClient http, List<URI> addresses, String userAgent, InstantSource clock) {
    this.http = http;
    this.addresses = List.copyOf(addresses);
    this.userAgent = userAgent;
    this.clock = clock;
  }

  /** Asks that these hosts point at these addresses; a family not in them stays as it is. */
  Map<Hostname, Outcome> ask(Secret token, List<Hostname> hosts, Addresses wanted) {
    var outcomes = new LinkedHashMap<Hostname, Outcome>();
    List<Hostname> left = hosts;
    for (URI address : addresses) {
      var postponed = new ArrayList<Hostname>();
      List<Outcome> answers = ask(address, token, left, wanted);
      for (int i = 0; i < left.size(); i++) {
        Hostname host = left.get(i);
        if (answers.get(i) instanceof Outcome.Postponed failed) {
          postponed.add(host);
          outcomes.put(host, joined(outcomes.get(host), named(failed, address)));
        } else {
          outcomes.put(host, answers.get(i));
        }
      }
      left = postponed;
      if (left.isEmpty()) {
        break;
      }
    }
    return outcomes;
  }

  /** Who can't be reached is named where it says why; who answers is not. */
  private Outcome.Postponed named(Outcome.Postponed failed, URI address) {
    return addresses.size() == 1 || failed.unreachable()
        ? failed
        : new Outcome.Postponed(
            false, "at " + address.getHost() + " " + failed.reason(), failed.retryAfter());
  }

  /** What the preferred address says counts; a person should know what the others say. */
  private static Outcome joined(@Nullable Outcome before, Outcome.Postponed failed) {
    if (!(before instanceof Outcome.Postponed first)) {
      return failed;
    }
    if (first.reason().equals(failed.reason())) {
      return first;
    }
    return new Outcome.Postponed(
        first.unreachable(), first.reason() + "; " + failed.reason(), first.retryAfter());
  }

  private List<Outcome> ask(URI address, Secret token, List<Hostname> hosts, Addresses wanted) {
    try {
      HttpReply reply = http.exchange(request(address, token, hosts, wanted));
      return new ReplyLines(clock.instant()).outcomes(reply, hosts.size());
    } catch (UnreachableException e) {
      var outcome = new Outcome.Postponed(true, String.valueOf(e.getMessage()), Optional.empty());
      var outcomes = new ArrayList<Outcome>(hosts.size());
      for (int i = 0; i < hosts.size(); i++) {
        outcomes.add(outcome);
      }
      return outcomes;
    }
  }

  private HttpRequest request(URI address, Secret token, List<Hostname> hosts, Addresses wanted) {
    var url = new StringBuilder(address.toString()).append("/nic/update?hostname=");
    for (int i = 0; i < hosts.size(); i++) {
      url.append(i == 0 ? "" : ",").append(hosts.get(i).value());
    }
    url.append("&myip=");
    if (wanted.ipv4().isPresent()) {
      url.append(wanted.ipv4().get().text());
    }
    if (wanted.ipv6().isPresent()) {
      url.append(wanted.ipv4().isPresent() ? "," : "").append(wanted.ipv6().get().text());
    }
    return new HttpRequest(
        "GET",
        URI.create(url.toString()),
        Map.of("Authorization", "Bearer " + token.value(), "User-Agent", userAgent),
        Optional.empty(),
        Optional.empty(),
        TIMEOUT);
  }
}
