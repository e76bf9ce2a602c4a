package io.github.dyn53.cli.update;

import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.Stop;
import io.github.dyn53.dns.Addresses;

/** What to do about one host now. */
public sealed interface Decision {

  /** The endpoint holds what was found. */
  record Nothing(Addresses addresses) implements Decision {}

  /** There is reason to ask for these addresses; a family that is not in them stays as it is. */
  record Ask(Addresses addresses, Why why) implements Decision {}

  /** Wait: the endpoint was in trouble or out of reach just now. */
  record Held(HoldOff why) implements Decision {}

  /** Don't ask: it was refused, and would be refused again. */
  record Stopped(Stop why) implements Decision {}

  /**
   * No source found an address that the world can reach.
   *
   * @param unreachable whether the endpoint, which might have told one, could not be asked
   */
  record NoAddress(String reason, boolean unreachable) implements Decision {}

  /** The reason to ask. */
  enum Why {
    FIRST("not asked before"),
    CHANGED("the address has changed"),
    REFRESH("it is time for the regular refresh"),
    RETRY("the last try failed"),
    DNS("DNS answers something else"),
    FORCED("you asked for it");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    /** For people. */
    String text() {
      return text;
    }
  }
}
