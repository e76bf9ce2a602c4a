package io.github.dyn53.cli.update;

import io.github.dyn53.protocol.ReturnCode;

/** What return codes mean, in plain words. */
public final class Wording {

  private Wording() {}

  /** What a refusal means and what to do. */
  public static String of(ReturnCode code) {
    return switch (code) {
      case BADAUTH ->
          "the endpoint does not accept the token (badauth): it is wrong, expired or not allowed"
              + " from this network; put a valid one into the configuration";
      case NOHOST ->
          "the endpoint has no such host, or the token may not update it (nohost); check the name,"
              + " or add the host there";
      case NOTFQDN -> "the endpoint takes this for no full host name (notfqdn); check the name";
      case ABUSE -> "the host's owner has blocked it (abuse); it must be unblocked there";
      case DNSERR ->
          "the endpoint can't publish this address, or Route 53 refused it (dnserr);"
              + " host.history there says why";
      case NUMHOST -> "the endpoint wants fewer hosts at a time (numhost)";
      case BADAGENT -> "the endpoint does not take requests from this program (badagent)";
      case TROUBLE -> "the endpoint is in trouble (911)";
      case GOOD, NOCHG -> "the endpoint accepted it";
    };
  }

  /** When a refused host is asked for again. */
  static String until(ReturnCode code) {
    return code == ReturnCode.DNSERR
        ? "dyn53 tries again once a day, and when the address changes"
        : "dyn53 does not ask again until the configuration or the token changes, or you say so:"
            + " dyn53 update --force, or start dyn53 watch anew";
  }
}
