package io.github.dyn53.dns;

import java.util.Optional;

/** The textual forms of an IPv6 address: RFC 4291 section 2.2 in, RFC 5952 out. */
final class Ipv6Text {

  private static final int GROUPS = 8;
  private static final int LONGEST = "0000:0000:0000:0000:0000:0000:255.255.255.255".length();

  private Ipv6Text() {}

  static Optional<Ipv6Address> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return address(groups(text));
    }
    Optional<int[]> head = groups(text.substring(0, gap));
    Optional<int[]> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || endsInIpv4(text.substring(0, gap))) {
      return Optional.empty();
    }
    return address(spread(head.get(), tail.get()));
  }

  private static boolean endsInIpv4(String text) {
    return text.indexOf('.') >= 0;
  }

  /** "::" stands for one group of zeros or more. */
  private static Optional<int[]> spread(int[] head, int[] tail) {
    if (head.length + tail.length >= GROUPS) {
      return Optional.empty();
    }
    var all = new int[GROUPS];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
    return Optional.of(all);
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    boolean ipv4Tail = parts[parts.length - 1].indexOf('.') >= 0;
    var groups = new int[parts.length + (ipv4Tail ? 1 : 0)];
    int hexadecimal = ipv4Tail ? parts.length - 1 : parts.length;
    for (int i = 0; i < hexadecimal; i++) {
      groups[i] = group(parts[i]);
      if (groups[i] < 0) {
        return Optional.empty();
      }
    }
    return ipv4Tail ? withIpv4(groups, parts[hexadecimal]) : Optional.of(groups);
  }

  private static Optional<int[]> withIpv4(int[] groups, String tail) {
    return Ipv4Address.parse(tail)
        .map(ipv4 -> {
          groups[groups.length - 2] = ipv4.bits() >>> 16;
          groups[groups.length - 1] = ipv4.bits() & 0xffff;
          return groups;
        });
  }

  private static int group(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      // Character.digit alone would also take the digits of other scripts.
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static Optional<Ipv6Address> address(Optional<int[]> groups) {
    return groups.isPresent() && groups.get().length == GROUPS
        ? Optional.of(new Ipv6Address(half(groups.get(), 0), half(groups.get(), GROUPS / 2)))
        : Optional.empty();
  }

  private static long half(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + GROUPS / 2; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  /** RFC 5952 section 4: lower case, no leading zeros, the first longest run of zeros as "::". */
  static String write(Ipv6Address address) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int run = zerosFrom(address, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = i == 0 || (start >= 0 && i == start + length);
        text.append(first ? "" : ":").append(Integer.toHexString(address.group(i)));
      }
    }
    return text.toString();
  }

  private static int zerosFrom(Ipv6Address address, int index) {
    int end = index;
    while (end < GROUPS && address.group(end) == 0) {
      end++;
    }
    return end - index;
  }
}
