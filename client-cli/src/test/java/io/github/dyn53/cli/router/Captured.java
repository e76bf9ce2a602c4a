package io.github.dyn53.cli.router;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What Debian's miniupnpd said in the lab, byte by byte; how it was captured stands beside it. */
final class Captured {

  /** What PCP was asked then. */
  static final String NONCE = "dyn53capture";

  private Captured() {}

  static byte[] bytes(String name) {
    String path = "miniupnpd-2.3.1/" + name;
    try (InputStream in = Objects.requireNonNull(Captured.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + path, e);
    }
  }

  static ByteBuffer packet(String name) {
    return ByteBuffer.wrap(bytes(name));
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
