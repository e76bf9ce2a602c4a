package io.github.dyn53.cli.setup;

import java.nio.file.Path;

/** What became of a setup. */
public sealed interface SetupOutcome {

  /** The configuration lies there now. */
  record Written(Path file) implements SetupOutcome {}

  /** Something was not given and could not be asked, or is wrong. */
  record Unclear(String text) implements SetupOutcome {}

  /** The file is there already, can't be written, or what was to be taken over can't be used. */
  record Failed(String text) implements SetupOutcome {}
}
