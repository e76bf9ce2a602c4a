package io.github.dyn53.cli.command;

import io.github.dyn53.cli.service.ServiceKind;
import java.nio.file.Path;
import java.util.Optional;

/** Port: what {@code dyn53 service} makes happen. */
public interface Services {

  /** Lets the system run the companion. */
  ExitCode install(Wish wish);

  /** Takes that back. */
  ExitCode remove(Wish wish);

  /** Shows how it is doing. */
  ExitCode status(Wish wish);

  /**
   * What was asked for.
   *
   * @param kind empty for what suits the system
   * @param configuration empty for the usual places
   * @param print only show it
   * @param json answer programs
   */
  record Wish(
      Optional<ServiceKind> kind, Optional<Path> configuration, boolean print, boolean json) {}
}
