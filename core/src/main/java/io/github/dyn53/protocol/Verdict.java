package io.github.dyn53.protocol;

/** What became of one host of a request, as the metrics count it. */
public enum Verdict {
  /** A record was changed. */
  UPDATED,
  /** Everything was as asked already. */
  UNCHANGED,
  /** The client's request was turned down: credentials, name or address. */
  REFUSED,
  /** The client did nothing wrong; state or Route 53 did not do it. */
  FAILED
}
