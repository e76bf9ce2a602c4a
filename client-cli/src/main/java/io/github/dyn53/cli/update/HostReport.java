package io.github.dyn53.cli.update;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;

/**
 * What one look came to for one host.
 *
 * @param addresses the endpoint holds now, as far as known
 * @param text for people
 * @param due whether people are to be told of it now: it is new, or a day has passed since
 */
public record HostReport(
    Hostname host, Result result, Addresses addresses, String text, boolean due) {

  /** In a word. */
  public enum Result {
    UPDATED("updated"),
    UNCHANGED("unchanged"),
    REFUSED("refused"),
    TROUBLE("trouble"),
    UNREACHABLE("unreachable"),
    NO_ADDRESS("no-address");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    /** As JSON has it. */
    public String word() {
      return word;
    }
  }
}
