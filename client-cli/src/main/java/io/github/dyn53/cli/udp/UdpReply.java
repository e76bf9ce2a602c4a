package io.github.dyn53.cli.udp;

/** What became of a question. */
public sealed interface UdpReply<T> {

  /** An answer that makes sense. */
  record Answered<T>(T answer) implements UdpReply<T> {}

  /** Nothing came in time, or nothing that makes sense. */
  record Silent<T>() implements UdpReply<T> {}

  /** Nobody listens there, or there is no way to it. */
  record Closed<T>() implements UdpReply<T> {}
}
