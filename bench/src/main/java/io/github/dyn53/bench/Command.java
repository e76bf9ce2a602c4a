package io.github.dyn53.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a command to its end. */
final class Command {

  private Command() {}

  /**
   * What it wrote.
   *
   * @throws IOException when it fails
   */
  static String output(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command[0], e);
    }
    return output;
  }
}
