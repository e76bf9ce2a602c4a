package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user types into a client.
 *
 * @param folder a new, private one
 * @param hosts what to update, in one go
 * @param address what they should have
 */
record Setup(
    Path folder, URI server, Path caFile, String password, List<String> hosts, String address) {

  /** Yes for HTTPS. */
  boolean isEncrypted() {
    return server.getScheme().equals("https");
  }

  /** The hosts with commas between. */
  String hostList() {
    return String.join(",", hosts);
  }

  /** Writes a file of settings that only its owner can read, and returns its full name. */
  String write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      AtomicFile.writePrivate(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
    return file.toString();
  }
}
