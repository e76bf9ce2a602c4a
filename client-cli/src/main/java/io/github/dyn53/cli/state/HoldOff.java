package io.github.dyn53.cli.state;

import java.time.Instant;

/**
 * The endpoint was out of reach or in trouble: wait before the next try.
 *
 * @param failures one after the other
 * @param unreachable whether no reply came at all, which a change of the network may mend
 */
public record HoldOff(
    int failures, Instant since, Instant until, boolean unreachable, String reason) {}
