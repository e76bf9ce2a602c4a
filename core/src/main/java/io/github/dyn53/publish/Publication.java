package io.github.dyn53.publish;

/** What came of publishing a host. */
public sealed interface Publication {

  /** The zone holds what is wanted. */
  record Published() implements Publication {}

  /**
   * It is not known to be published; somebody else will see to it.
   *
   * @param reason what happened, for the log
   */
  record HandedOver(String reason) implements Publication {}

  /**
   * The zone won't take it, now or later; the wish stays pending.
   *
   * @param reason in words that an owner can act on
   */
  record Refused(String reason) implements Publication {}
}
