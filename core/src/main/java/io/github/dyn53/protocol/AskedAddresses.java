package io.github.dyn53.protocol;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Ipv6Address;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.protocol.Parameters.Parameter;
import io.github.dyn53.update.AddressChange;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The addresses that a request of the dyndns2 family asks for.
 *
 * <p>{@code myip} and its like take addresses of either family, several with commas between; {@code
 * myipv6} and {@code myipv4} and their like the same. {@code auto} is the address the request comes
 * from, {@code preserve} leaves the family alone, nothing or {@code -} clears it. No such parameter
 * at all is {@code myip=auto}.
 *
 * <p>A prefix ({@code x::/56}) may stand among the addresses, or in {@code ip6lanprefix} and its
 * like, beside the router's own address: hosts with an interface id move to it. An empty one is
 * what a router sends that has none.
 */
final class AskedAddresses {

  private static final Set<String> NAMES = Set.of("myip", "ip", "addr", "address");
  private static final Set<String> IPV4_NAMES = Set.of("myipv4", "ipv4", "ip4");
  private static final Set<String> IPV6_NAMES = Set.of("myipv6", "ipv6", "ip6", "myip6");
  private static final Set<String> PREFIX_NAMES = Set.of("ip6lanprefix", "ipv6prefix", "ipprefix");
  private static final Set<String> NO_PREFIX = Set.of("", "-", "auto", "preserve");

  private final IpAddress source;
  private final Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
  private final Set<String> echo = new LinkedHashSet<>();
  private Optional<Ipv6Prefix> prefix = Optional.empty();
  private boolean usable = true;

  private AskedAddresses(IpAddress source) {
    this.source = source;
  }

  /** Reads what is asked for. */
  static AskedAddresses of(Parameters parameters, IpAddress source) {
    var asked = new AskedAddresses(source);
    List<Parameter> either = parameters.named(NAMES);
    List<Parameter> ipv4 = parameters.named(IPV4_NAMES);
    List<Parameter> ipv6 = parameters.named(IPV6_NAMES);
    parameters
        .named(PREFIX_NAMES)
        .forEach(parameter -> asked.readPrefix(parameter.value().strip()));
    boolean prefixOnly = asked.prefix.isPresent() || !asked.usable;
    if (either.isEmpty() && ipv4.isEmpty() && ipv6.isEmpty() && !prefixOnly) {
      asked.set(source, source.text());
    }
    either.forEach(parameter -> asked.read(parameter.value(), Family.IPV4, source.family()));
    ipv4.forEach(parameter -> asked.read(parameter.value(), Family.IPV4, Family.IPV4));
    ipv6.forEach(parameter -> asked.read(parameter.value(), Family.IPV6, Family.IPV6));
    return asked;
  }

  /** Takes a host off the air. */
  static AskedAddresses clearing(IpAddress source) {
    var asked = new AskedAddresses(source);
    for (Family family : Family.values()) {
      asked.change(family, new AddressChange.Clear());
    }
    return asked;
  }

  /** Whether all that was sent could be read and says something; if not, nothing may change. */
  boolean isUsable() {
    return usable && !(changes.isEmpty() && prefix.isEmpty());
  }

  /** What is asked of each family that was named. */
  Map<Family, AddressChange> changes() {
    Map<Family, AddressChange> all = new EnumMap<>(Family.class);
    all.putAll(changes);
    prefix.ifPresent(p ->
        all.put(
            Family.IPV6,
            new AddressChange.SetPrefix(
                p, changes.getOrDefault(Family.IPV6, new AddressChange.Keep()))));
    return all;
  }

  /** The addresses that hosts are to have. */
  List<IpAddress> addresses() {
    return changes.values().stream()
        .filter(AddressChange.Set.class::isInstance)
        .map(change -> ((AddressChange.Set) change).address())
        .toList();
  }

  /** The addresses as the client sent them: clients compare them with what they sent. */
  String echo() {
    return String.join(",", echo);
  }

  /**
   * Reads the value of one parameter.
   *
   * @param family what is cleared or preserved where it says so
   * @param auto the family that {@code auto} stands for
   */
  private void read(String value, Family family, Family auto) {
    // A router without IPv6 sends "192.0.2.1,".
    List<String> parts = Stream.of(value.split(",")).filter(part -> !part.isBlank()).toList();
    if (parts.isEmpty()) {
      readPart("", family, auto);
    }
    parts.forEach(part -> readPart(part.strip(), family, auto));
  }

  private void readPart(String text, Family family, Family auto) {
    switch (text) {
      case "preserve" -> change(family, new AddressChange.Keep());
      case "", "-" -> change(family, new AddressChange.Clear());
      case "auto" -> auto(auto);
      default ->
          address(text).ifPresentOrElse(address -> set(address, text), () -> setPrefix(text));
    }
  }

  private void readPrefix(String text) {
    if (!NO_PREFIX.contains(text)) {
      move(text);
    }
  }

  private void setPrefix(String text) {
    move(text);
    echo.add(text);
  }

  private void move(String text) {
    Optional<Ipv6Prefix> asked = Ipv6Prefix.parse(text);
    usable &= asked.isPresent() && (prefix.isEmpty() || prefix.equals(asked));
    prefix = asked;
  }

  /** The address of the connection; one of the other family says nothing about this one. */
  private void auto(Family family) {
    if (source.family() == family) {
      set(source, source.text());
    }
  }

  /** An address, whose network length is passed over; a prefix ({@code x::/64}) is none. */
  private static Optional<IpAddress> address(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return address;
    }
    return address.filter(a -> isLength(text.substring(slash + 1), a)).filter(a -> !isPrefix(a));
  }

  private static boolean isLength(String digits, IpAddress address) {
    return digits.matches("[0-9]{1,3}")
        && Integer.parseInt(digits) <= address.bytes().length * Byte.SIZE;
  }

  private static boolean isPrefix(IpAddress address) {
    return address instanceof Ipv6Address ipv6 && ipv6.low() == 0;
  }

  private void set(IpAddress address, String text) {
    change(address.family(), new AddressChange.Set(address));
    echo.add(text);
  }

  /** Two different things asked of one family can't both be meant. */
  private void change(Family family, AddressChange change) {
    AddressChange before = changes.putIfAbsent(family, change);
    usable &= before == null || before.equals(change);
  }
}
