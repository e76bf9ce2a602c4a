package io.github.dyn53.emulator.faults;

import java.time.Duration;

/**
 * Something that goes wrong because a script says so.
 *
 * @param <E> the errors of the service
 */
public sealed interface Fault<E extends Enum<E>> {

  /** The call is performed, but only after this time. */
  record Latency<E extends Enum<E>>(Duration duration) implements Fault<E> {}

  /** The call is answered with an error and not performed. */
  record ErrorAnswer<E extends Enum<E>>(E error) implements Fault<E> {}

  /** The call is performed; then the connection is closed without an answer. */
  record LostAnswer<E extends Enum<E>>() implements Fault<E> {}

  /** The call is not performed; the connection is reset. */
  record Reset<E extends Enum<E>>() implements Fault<E> {}

  /**
   * The process that makes the call is killed.
   *
   * @param callers where that process is to be found
   * @param performed whether the call is performed before
   */
  record Kill<E extends Enum<E>>(Callers callers, boolean performed) implements Fault<E> {}
}
