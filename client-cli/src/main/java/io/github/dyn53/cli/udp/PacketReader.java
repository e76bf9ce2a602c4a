package io.github.dyn53.cli.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes sense of a datagram. */
@FunctionalInterface
public interface PacketReader<T> {

  /** Nothing for whatever does not answer the question; never throws, whatever is in it. */
  Optional<T> read(ByteBuffer packet);
}
