package io.github.dyn53.cli.link;

import io.github.dyn53.dns.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** Text in rows and columns. */
final class Rows {

  private Rows() {}

  /** The rows with this many columns or more. */
  static List<String[]> of(String table, int columns) {
    List<String[]> rows = new ArrayList<>();
    var lines = new StringTokenizer(table, "\r\n");
    while (lines.hasMoreTokens()) {
      var cells = new StringTokenizer(lines.nextToken(), " \t");
      var row = new String[cells.countTokens()];
      for (int i = 0; i < row.length; i++) {
        row[i] = cells.nextToken();
      }
      if (row.length >= columns) {
        rows.add(row);
      }
    }
    return rows;
  }

  static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static Optional<Ipv6Address> ipv6(String hex) {
    try {
      long high = Long.parseUnsignedLong(hex, 0, 16, 16);
      long low = Long.parseUnsignedLong(hex, 16, 32, 16);
      return Optional.of(new Ipv6Address(high, low));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
