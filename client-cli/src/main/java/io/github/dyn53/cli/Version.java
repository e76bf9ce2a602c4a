package io.github.dyn53.cli;

import java.util.Optional;

/** Which dyn53 this is. */
final class Version {

  private Version() {}

  /** As the jar's manifest says it. */
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
