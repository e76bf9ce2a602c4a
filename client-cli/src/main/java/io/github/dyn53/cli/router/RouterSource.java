package io.github.dyn53.cli.router;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The address of the router's outer side, from the router. What answered last is asked first next
 * time.
 */
public final class RouterSource implements AddressSource {

  private final String name;
  private final Routes routes;
  private final List<RouterProtocol> protocols;

  RouterSource(String name, Routes routes, List<RouterProtocol> protocols) {
    this.name = name;
    this.routes = routes;
    this.protocols = new ArrayList<>(protocols);
  }

  /**
   * Asks by the protocols that the configuration names: all, where it names none.
   *
   * @param random for what an answer is known again by
   */
  public static RouterSource of(
      SourceSpec.Router spec, Routes routes, HttpClient http, RandomGenerator random) {
    List<RouterProtocol> protocols = new ArrayList<>();
    if (spec.offers(SourceSpec.Protocol.NAT_PMP)) {
      protocols.add(new NatPmp(NatPmp.PORT));
    }
    if (spec.offers(SourceSpec.Protocol.PCP)) {
      protocols.add(new Pcp(NatPmp.PORT, random));
    }
    if (spec.offers(SourceSpec.Protocol.IGD)) {
      protocols.add(Igd.of(routes, http));
    }
    return new RouterSource(spec.text(), routes, protocols);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Finding find(Family family) {
    if (family == Family.IPV6) {
      return new Finding.None("a router does not tell IPv6 addresses: each machine has its own");
    }
    Optional<DefaultRoute> route = routes.defaultRoute(Family.IPV4);
    if (route.isEmpty()) {
      return new Finding.Failed("this machine has no default route for IPv4");
    }
    Optional<IpAddress> gateway = route.get().gateway();
    return gateway.isPresent() && gateway.get() instanceof Ipv4Address ipv4
        ? ask(ipv4)
        : new Finding.None("this machine is connected without a router");
  }

  private static String said(String reason, RouterProtocol protocol) {
    return reason + " (" + protocol.label() + ")";
  }

  private synchronized Finding ask(Ipv4Address gateway) {
    var refusals = new StringBuilder();
    Optional<String> none = Optional.empty();
    Optional<String> untold = Optional.empty();
    for (RouterProtocol protocol : List.copyOf(protocols)) {
      if ((none.isPresent() || untold.isPresent()) && protocol.opensPort()) {
        // It would only hear the same.
        continue;
      }
      switch (protocol.ask(gateway)) {
        case RouterAnswer.Outside outside -> {
          protocols.remove(protocol);
          protocols.addFirst(protocol);
          return new Finding.Found(outside.address(), "router (" + protocol.label() + ")");
        }
        case RouterAnswer.NoAddress no -> {
          // Another protocol may know better: some routers hide a private address in one only.
          none = none.isPresent() ? none : Optional.of(said(no.reason(), protocol));
        }
        case RouterAnswer.Untold no ->
            untold = untold.isPresent() ? untold : Optional.of(said(no.reason(), protocol));
        case RouterAnswer.NotOffered not ->
            refusals
                .append(refusals.isEmpty() ? "" : "; ")
                .append(protocol.label())
                .append(": ")
                .append(not.reason());
      }
    }
    if (none.isPresent()) {
      return new Finding.None(none.get(), true);
    }
    return untold.isPresent()
        ? new Finding.None(untold.get())
        : new Finding.Failed("the router at " + gateway + " tells no address (" + refusals + ")");
  }
}
