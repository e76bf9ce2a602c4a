package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.nio.file.Path;
import java.util.List;

/** The command curl. */
final class Curl {

  private final RealProgram curl = RealProgram.require("curl", "curl");

  /**
   * Does what the options say and prints the body.
   *
   * @param options as in a file for {@code -K}, one to a line
   */
  Ended run(Path folder, String options) {
    return curl.run(folder, options, List.of("-sS", "-K", "-"));
  }
}
