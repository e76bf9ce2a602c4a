package io.github.dyn53.host;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.time.Instant;

/**
 * One line of a host's history.
 *
 * @param hostname the host
 * @param at when it was written
 * @param version the version of the host that was written with it
 * @param kind what happened
 * @param from what was wanted before
 * @param to what is wanted since
 * @param by who asked
 * @param note what else is worth knowing, such as {@code carrier-grade-nat}; may be empty
 */
public record Change(
    Hostname hostname,
    Instant at,
    long version,
    ChangeKind kind,
    Addresses from,
    Addresses to,
    Actor by,
    String note) {

  /** The line for a host that goes from one state to its next. */
  public static Change of(ChangeKind kind, Host before, Host after, Actor by, Instant at) {
    return new Change(
        after.hostname(), at, after.version(), kind, before.wanted(), after.wanted(), by, "");
  }

  /** The same with a note. */
  public Change noting(String text) {
    return new Change(hostname, at, version, kind, from, to, by, text);
  }
}
