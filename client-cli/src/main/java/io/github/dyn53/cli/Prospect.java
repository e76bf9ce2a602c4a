package io.github.dyn53.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person is told to do once a configuration is written.
 *
 * @param root {@code /}, but for tests
 */
record Prospect(Path root) {

  private static final List<String> UNITS =
      List.of("etc/systemd/system/dyn53.service", "usr/lib/systemd/system/dyn53.service");

  String works() {
    return "It works. To go on by itself: dyn53 watch, or as a service: dyn53 service install";
  }

  String fails(Path file) {
    return "The try did not go well; dyn53 doctor --config " + file + " looks for the reason.";
  }

  /** Where another works with the state. */
  String untried() {
    return "It was not tried, as another dyn53 works with the same state. A watch that reads this"
        + " file takes it by itself"
        + (hasUnit() ? "; the service of systemd has a copy: systemctl restart dyn53" : ".");
  }

  private boolean hasUnit() {
    return UNITS.stream().map(root::resolve).anyMatch(Files::exists);
  }
}
