package io.github.dyn53.update;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Update requests in few words. */
final class Requests {

  private static final IpAddress SOURCE = address("9.8.7.6");
  private static final String CLIENT = "ddclient/3.10.0";

  private Requests() {}

  static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  /** The home host is to have these addresses; the other families are left alone. */
  static UpdateRequest set(String... addresses) {
    return request(setting(TestBed.HOME, addresses));
  }

  static HostUpdate setting(Hostname hostname, String... addresses) {
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    for (String text : addresses) {
      changes.put(address(text).family(), new AddressChange.Set(address(text)));
    }
    return HostUpdate.ofAddresses(hostname, changes);
  }

  /** The home host is to have no address of these families. */
  static UpdateRequest clear(Family... families) {
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    for (Family family : families) {
      changes.put(family, new AddressChange.Clear());
    }
    return request(HostUpdate.ofAddresses(TestBed.HOME, changes));
  }

  static UpdateRequest request(HostUpdate... updates) {
    return requestFrom(SOURCE, updates);
  }

  static UpdateRequest requestFrom(IpAddress source, HostUpdate... updates) {
    return new UpdateRequest(TestBed.SECRET, source, CLIENT, List.of(updates));
  }
}
