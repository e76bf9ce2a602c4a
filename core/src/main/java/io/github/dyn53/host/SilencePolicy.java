package io.github.dyn53.host;

/** What becomes of a host that nobody updated for longer than its limit. */
public enum SilencePolicy {
  /** Its history says so. */
  MARK,
  /** Its addresses are taken out of DNS: nobody knows who has them by now. */
  WITHDRAW
}
