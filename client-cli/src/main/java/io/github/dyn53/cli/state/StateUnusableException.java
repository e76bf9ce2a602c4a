package io.github.dyn53.cli.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
            + why(cause)
            + "); give dyn53 a folder it may write to: state = FOLDER",
        cause);
  }

  /** The message of most begins with the path and may end there. */
  private static String why(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "this account may not";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    String reason =
        cause instanceof FileSystemException known ? known.getReason() : cause.getMessage();
    return reason == null ? "the disk or its file system refuses" : reason;
  }
}
