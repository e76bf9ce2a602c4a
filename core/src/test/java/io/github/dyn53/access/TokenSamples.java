package io.github.dyn53.access;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that have next to nothing and tokens that have all there is. */
public final class TokenSamples {

  /** Whole seconds: what a table's time to live can hold. */
  public static final Instant CREATED = Instant.parse("2026-11-22T10:15:30Z");

  /** What is past by the clock on the wall, DynamoDB takes away at any moment. */
  public static final Instant FAR = Instant.parse("2126-11-22T10:15:30Z");

  private TokenSamples() {}

  /** A token without anything that can be left out. */
  public static Token bare() {
    return new Token(
        FreshNames.tokenHash(),
        "router",
        Role.ADMIN,
        List.of(),
        CREATED,
        Optional.empty(),
        List.of());
  }

  /** A token with several of everything. */
  public static Token full() {
    var grants =
        List.of(
            new Grant(new Hostname("home.example.com"), Grant.ADDRESSES, Optional.empty()),
            new Grant(
                new Hostname("*.lab.example.com"),
                Grant.ADDRESSES,
                Optional.of(CREATED.plusSeconds(60))));
    return new Token(
        FreshNames.tokenHash(),
        "Zoë's \"router\"",
        Role.DEVICE,
        grants,
        CREATED,
        Optional.of(FAR),
        List.of(network("9.1.0.0/16"), network("2600:1::/32"), network("9.2.3.4")),
        new Limits(7, 2, 3));
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }
}
