package io.github.dyn53.emulator.route53;

import java.util.Optional;

/**
 * A successful answer.
 *
 * @param location the path of what was made
 */
record Reply(int status, Optional<String> location, Xml body) {
  static Reply ok(Xml body) {
    return new Reply(200, Optional.empty(), body);
  }
}
