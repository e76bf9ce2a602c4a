package io.github.dyn53.cli.state;

import java.io.IOException;
import java.nio.file.Path;

/** The state can't be read or written, and asking without it would mean asking too often. */
public final class StateUnusableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StateUnusableException(Path file, String verb, IOException cause) {
    super(
        "state file "
            + file
            + " can't be "
            + verb
            + " ("
            + cause.getClass().getSimpleName()
            + "); give dyn53 a folder it may write to: state = FOLDER",
        cause);
  }
}
