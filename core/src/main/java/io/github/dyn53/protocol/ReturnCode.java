package io.github.dyn53.protocol;

import java.util.Optional;

/**
 * The words of the dyndns2 protocol. Clients look for them anywhere in a body, so that a reply
 * holds nothing but a word and addresses.
 */
public enum ReturnCode {
  /** A record was changed. */
  GOOD("good"),
  /** Everything was as asked already. */
  NOCHG("nochg"),
  /** No credentials, or wrong ones. */
  BADAUTH("badauth"),
  /** No such host under these credentials. */
  NOHOST("nohost"),
  /** Not a fully qualified host name, or none at all. */
  NOTFQDN("notfqdn"),
  /** More hosts than one request may name. */
  NUMHOST("numhost"),
  /** An address that can't be used, or Route 53 refused for good. */
  DNSERR("dnserr"),
  /** The owner has blocked the host, or the token changed it too often. */
  ABUSE("abuse"),
  /** The request itself is not one a client of this protocol makes. */
  BADAGENT("badagent"),
  /** Trouble that passes: try again later. */
  TROUBLE("911");

  private final String word;

  ReturnCode(String word) {
    this.word = word;
  }

  /** The code of a word as it stands on the wire; nothing where it is none of them. */
  public static Optional<ReturnCode> of(String word) {
    for (ReturnCode code : values()) {
      if (code.word.equals(word)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** The word on the wire. */
  public String word() {
    return word;
  }

  /** Whether the host is as the client wants it. */
  public boolean isSuccess() {
    return this == GOOD || this == NOCHG;
  }
}
