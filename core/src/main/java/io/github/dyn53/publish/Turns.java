package io.github.dyn53.publish;

import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Lease;
import java.time.Instant;

/**
 * Whose turn it is to send batches to a zone, one writer at a time. Turns keep several publishers
 * from getting into each other's way; what keeps them from doing harm is each host's own lease.
 */
public interface Turns {

  /**
   * Takes a zone's turn where nobody has it, or whoever had it let it run out.
   *
   * @param turn told apart by its id; taking the same one again succeeds, since the first answer
   *     may have been lost
   * @return whether the turn is the caller's
   * @throws io.github.dyn53.host.StateUnavailableException when the turn may or may not be taken
   */
  boolean take(ZoneId zone, Lease turn, Instant now);

  /**
   * Gives a turn back before it runs out; does nothing where it is somebody else's by now.
   *
   * @throws io.github.dyn53.host.StateUnavailableException when that may not have happened
   */
  void giveBack(ZoneId zone, Lease turn);
}
