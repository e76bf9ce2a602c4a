package io.github.dyn53.host;

import java.time.Instant;

/**
 * The last thing that went wrong with a host.
 *
 * @param text what it was, in words that an owner can act on
 * @param at when
 */
public record Fault(String text, Instant at) {}
