package io.github.dyn53.emulator.route53;

/** How an {@code InvalidChangeBatch} error is written; clients must understand both. */
public enum BatchErrorForm {
  /**
   * Like every other error, with the messages joined into one: what the service has been seen to
   * send.
   */
  ERROR_RESPONSE,
  /** An {@code <InvalidChangeBatch>} root with a list of messages: what the API reference shows. */
  INVALID_CHANGE_BATCH
}
