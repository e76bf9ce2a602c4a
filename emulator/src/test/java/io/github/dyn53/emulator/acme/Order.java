package io.github.dyn53.emulator.acme;

import io.github.dyn53.emulator.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What a user tells an ACME client.
 *
 * @param folder a new, private one
 * @param host the name; its wildcard is wanted, too
 * @param server the authority's directory
 * @param dyn53 where dyn53 answers
 * @param token what may write the host's challenges
 * @param caFile what a client must trust to speak with both
 */
record Order(Path folder, String host, URI server, URI dyn53, String token, Path caFile) {

  /** Hides the token, so that no report can hold it. */
  @Override
  public String toString() {
    return "Order[%s]".formatted(host);
  }

  /** Every name right below the host. */
  String wildcard() {
    return "*." + host;
  }

  /** Writes a file that only its owner can read, and returns its full name. */
  String write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      AtomicFile.writePrivate(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
    return file.toString();
  }

  /** Writes a program that only its owner can run, and returns its full name. */
  String writeProgram(String name, String text) {
    String file = write(name, text);
    try {
      Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rwx------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /**
   * Writes what a hook gives to {@code curl -K}: the secret stays off the command line, which every
   * user of the machine can see.
   */
  String writeCurlFile() {
    return write(
        "curl.conf",
        """
        silent
        show-error
        fail-with-body
        cacert = "%s"
        user = "%s:%s"
        header = "Content-Type: application/json"
        """
            .formatted(caFile, host, token));
  }
}
