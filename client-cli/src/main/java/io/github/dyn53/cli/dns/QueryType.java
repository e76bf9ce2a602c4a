package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.Family;
import java.util.Optional;

/** The record types that are asked for (RFC 1035 section 3.2.2, RFC 3596 section 2.1). */
public enum QueryType {
  A(1),
  NS(2),
  CNAME(5),
  SOA(6),
  AAAA(28);

  private final int number;

  QueryType(int number) {
    this.number = number;
  }

  /** The type that holds addresses of a family. */
  public static QueryType of(Family family) {
    return switch (family) {
      case IPV4 -> A;
      case IPV6 -> AAAA;
    };
  }

  int number() {
    return number;
  }

  static Optional<QueryType> of(int number) {
    for (QueryType type : values()) {
      if (type.number == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
