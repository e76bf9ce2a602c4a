package io.github.dyn53.cli.service;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be run, and for whom.
 *
 * @param program the words that start the companion, such as {@code /usr/bin/dyn53}
 * @param configuration its file, absolute
 * @param home the person's folder
 * @param minute from 0 to 4: when in each five minutes a timer runs, so that not all homes ask at
 *     once
 */
public record Installation(List<String> program, Path configuration, Path home, int minute) {

  /** Copies the words, and refuses what the texts could not hold. */
  public Installation {
    program = List.copyOf(program);
    if (program.isEmpty() || minute < 0 || minute > 4) {
      throw new IllegalArgumentException("no program, or a minute of %d".formatted(minute));
    }
    if (!configuration.isAbsolute() || !Path.of(program.getFirst()).isAbsolute()) {
      throw new IllegalArgumentException("services need absolute paths");
    }
  }
}
