package io.github.dyn53.dns;

import java.time.Duration;

/** How far the name servers are with what was sent to their zones. */
public interface Propagation {

  /**
   * Whether all name servers answer with what this process has sent to their zones so far. True
   * where it has sent nothing, which tells nothing of what another process has sent.
   *
   * @param timeLimit how long it may take to ask
   * @throws ZoneUnavailableException when it could not be told
   * @throws ZoneRefusedException when it never will
   */
  boolean isInSync(Duration timeLimit);
}
