package io.github.dyn53.cli;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.config.Pace;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.update.HostSources;
import io.github.dyn53.cli.watch.Freshness;
import io.github.dyn53.cli.watch.PacedSource;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Makes the sources that a configuration names. */
final class Sources {

  private final AddressSource endpoint;
  private final AddressSource shown;

  Sources(List<URI> endpoints, HttpClient http, String userAgent) {
    this.endpoint = new Checkip(endpoints.get(0), http, userAgent);
    this.shown = endpoint;
  }

  private Sources(AddressSource endpoint, AddressSource shown) {
    this.endpoint = endpoint;
    this.shown = shown;
  }

  AddressSource endpoint() {
    return endpoint;
  }

  Sources paced(Pace pace, Freshness freshness, LongSupplier nanos, RandomGenerator random) {
    return new Sources(
        endpoint, new PacedSource(endpoint, pace.endpointPoll(), freshness, nanos, random));
  }

  List<HostSources> of(List<HostSettings> hosts) {
    var all = new ArrayList<HostSources>();
    for (HostSettings host : hosts) {
      all.add(new HostSources(host, chain(host.ipv4()), chain(host.ipv6())));
    }
    return all;
  }

  private AddressSource chain(String text) {
    return text.contains("endpoint") ? shown : new Off();
  }

  private static final class Off implements AddressSource {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public Finding find(Family family) {
      return new Finding.None("left alone");
    }
  }

  private record Checkip(URI address, HttpClient http, String userAgent) implements AddressSource {
    @Override
    public String name() {
      return "endpoint";
    }

    @Override
    public Finding find(Family family) {
      try {
        var reply =
            http.exchange(
                new HttpRequest(
                    "GET",
                    URI.create(address + "/checkip"),
                    Map.of("User-Agent", userAgent),
                    Optional.empty(),
                    Optional.of(family),
                    Duration.ofSeconds(10)));
        Optional<IpAddress> found = IpAddress.parse(reply.body().strip());
        return found.isPresent()
            ? new Finding.Found(found.get(), "endpoint")
            : new Finding.Failed("no address in the endpoint's reply");
      } catch (UnreachableException e) {
        return new Finding.Failed(String.valueOf(e.getMessage()));
      }
    }
  }
}
