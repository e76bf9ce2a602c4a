package io.github.dyn53.cli.update;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;

/**
 * Something programs and people may want to be told of.
 *
 * @param now the addresses the host has or is to have
 * @param before the addresses it had
 * @param reason for people
 */
public record Event(Kind kind, Hostname host, Addresses now, Addresses before, String reason) {

  /** What happened. */
  public enum Kind {
    /** The name points at another address now. */
    CHANGED("changed"),
    /** The endpoint refuses the host. */
    REFUSED("refused"),
    /** The endpoint has been in trouble or out of reach for several tries. */
    TROUBLE("trouble"),
    /** No source finds an address. */
    NO_ADDRESS("no-address");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As hooks see it. */
    public String word() {
      return word;
    }
  }
}
