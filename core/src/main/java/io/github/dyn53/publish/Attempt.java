package io.github.dyn53.publish;

import io.github.dyn53.dns.ZoneUnavailableException.Reason;

/** What the zone said to what is pending of one host. */
sealed interface Attempt {

  /** It took all of it. */
  record Taken() implements Attempt {}

  /** It could not be told, or may work later. */
  record Unavailable(Reason reason, String text) implements Attempt {}

  /** It won't take it. */
  record Refused(String text) implements Attempt {}
}
