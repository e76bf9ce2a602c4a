package io.github.dyn53.cli.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.util.ArrayList;
import java.util.List;

/** Hosts that can be asked for together: same token, same addresses. */
record Request(List<HostSettings> hosts, Addresses addresses) {

  /** Puts a host into a request that fits, or into a new one. */
  static void add(List<Request> requests, HostSettings host, Addresses addresses) {
    for (Request request : requests) {
      if (request.fits(host.token(), addresses)) {
        request.hosts.add(host);
        return;
      }
    }
    var hosts = new ArrayList<HostSettings>();
    hosts.add(host);
    requests.add(new Request(hosts, addresses));
  }

  private boolean fits(Secret token, Addresses others) {
    return hosts.size() < Endpoint.MOST_HOSTS
        && hosts.get(0).token().value().equals(token.value())
        && addresses.equals(others);
  }

  List<Hostname> names() {
    var names = new ArrayList<Hostname>(hosts.size());
    for (HostSettings host : hosts) {
      names.add(host.name());
    }
    return names;
  }
}
