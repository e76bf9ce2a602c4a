package io.github.dyn53.publish;

import java.time.Instant;
import java.util.Optional;

/**
 * The one note of a deployment that more hosts change than Route 53 takes one by one. While a storm
 * lasts, requests leave Route 53's budget to the publisher, which publishes many hosts at once.
 */
public interface Storms {

  /**
   * Notes a storm.
   *
   * @param until when it ends, unless it is noted again
   * @throws io.github.dyn53.host.StateUnavailableException when the note may be lost
   */
  void declare(Instant until);

  /**
   * When the last storm that was noted ends, or ended.
   *
   * @throws io.github.dyn53.host.StateUnavailableException when it failed to read
   */
  Optional<Instant> until();
}
