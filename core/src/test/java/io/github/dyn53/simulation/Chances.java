package io.github.dyn53.simulation;

/**
 * How often a call of a port goes wrong, each from 0 to 1.
 *
 * @param killed the caller's process ends right before or right after the call
 * @param notDone nothing was done, and the caller is told that it isn't known
 * @param lost it was done, or will be in a moment, and the answer never arrives
 * @param throttled the account asked Route 53 for too much
 * @param busy the zone's previous change is in flight
 * @param slow it takes a hundred times as long as usual, or times out
 */
record Chances(
    double killed, double notDone, double lost, double throttled, double busy, double slow) {

  /** Nothing goes wrong. */
  static final Chances NONE = new Chances(0, 0, 0, 0, 0, 0);
}
