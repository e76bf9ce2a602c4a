package io.github.dyn53.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a person is told to do once a configuration is written.
 *
 * @param root {@code /}, but for tests
 * @param found the configuration that is read where none is named
 */
record Prospect(Path root, Supplier<Optional<Path>> found) {

  private static final String PACKAGED = "usr/lib/systemd/system/dyn53.service";
  private static final List<String> UNITS = List.of("etc/systemd/system/dyn53.service", PACKAGED);

  String works(Path file) {
    String flag = isFound(file) ? "" : " --config " + file;
    return "It works. To go on by itself: dyn53 watch"
        + flag
        + ", or as a service: "
        + (isOfPackage(file) ? "systemctl enable --now dyn53" : "dyn53 service install" + flag);
  }

  private boolean isFound(Path file) {
    return found.get().map(Path::toAbsolutePath).equals(Optional.of(file.toAbsolutePath()));
  }

  /** The unit of the Debian package reads one file only. */
  private boolean isOfPackage(Path file) {
    return Files.exists(root.resolve(PACKAGED))
        && file.toAbsolutePath().equals(root.resolve("etc/dyn53/dyn53.conf"));
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
