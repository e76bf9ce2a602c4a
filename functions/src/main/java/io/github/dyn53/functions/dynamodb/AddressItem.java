package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;

/** Addresses as a map inside an item. */
final class AddressItem {

  private static final String V4 = "v4";
  private static final String V6 = "v6";

  private AddressItem() {}

  static Attributes write(Addresses addresses) {
    return new Attributes()
        .text(V4, addresses.ipv4().map(Ipv4Address::text))
        .text(V6, addresses.ipv6().map(Ipv6Address::text));
  }

  static Addresses read(Item item) {
    return new Addresses(
        item.find(V4, text -> Ipv4Address.parse(text).orElseThrow(() -> item.spoilt(V4))),
        item.find(V6, text -> Ipv6Address.parse(text).orElseThrow(() -> item.spoilt(V6))));
  }
}
