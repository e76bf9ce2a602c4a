package io.github.dyn53.cli.service;

import java.util.List;

/** Port: other programs, such as systemctl. */
@FunctionalInterface
public interface Programs {

  /**
   * Runs one to its end, its output going where the companion's goes.
   *
   * @return its status; 127 where there is no such program, as a shell says it
   */
  int run(List<String> command);
}
