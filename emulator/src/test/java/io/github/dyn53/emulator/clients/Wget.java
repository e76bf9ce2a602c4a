package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.util.List;

/** GNU wget. */
final class Wget {

  private final RealProgram wget = RealProgram.require("wget", "wget");

  /**
   * Asks for a URL, once, and prints the body.
   *
   * @param settings more lines for its {@code wgetrc}
   */
  Ended get(Setup setup, String settings, String url) {
    String file =
        setup.write(
            "wgetrc", "ca_certificate = %s\ntries = 1\n%s\n".formatted(setup.caFile(), settings));
    return wget.run(
        setup.folder(),
        url + "\n",
        List.of("--config=" + file, "-nv", "-O", "-", "--input-file", "-"));
  }
}
