package io.github.dyn53.cli.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file the state survives in. */
public final class StateFile {

  private static final String NAME = "dyn53.state";

  private final Path file;

  /** In this folder, which is made where it is missing. */
  public StateFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * What was read.
   *
   * @param damage says that the file was damaged and where it lies now
   */
  public record Loaded(State state, Optional<String> damage) {}

  /**
   * Reads the state; no file is no state. A damaged file is set aside under a new name and said: at
   * worst one request is sent that was not needed.
   *
   * @throws StateUnusableException where the file is there but can't be read
   */
  public Loaded load() {
    try {
      return new Loaded(read(), Optional.empty());
    } catch (IllegalArgumentException e) {
      return new Loaded(State.EMPTY, Optional.of(setAside(String.valueOf(e.getMessage()))));
    }
  }

  /**
   * Reads the state and leaves everything as it is, for who only looks.
   *
   * @throws IllegalArgumentException where the file is damaged
   * @throws StateUnusableException where it can't be read
   */
  public State read() {
    try {
      return StateText.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      return State.EMPTY;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not text", e);
    } catch (IOException e) {
      throw new StateUnusableException(file, "read", e);
    }
  }

  private String setAside(String why) {
    Path aside = file;
    for (int number = 1; Files.exists(aside); number++) {
      aside = file.resolveSibling(NAME + ".damaged-" + number);
    }
    try {
      Files.move(file, aside);
    } catch (IOException e) {
      throw new StateUnusableException(file, "set aside", e);
    }
    return "state file " + file + " is damaged (" + why + "); it lies now in " + aside;
  }

  /**
   * Replaces the file in one step: who reads it, or loses power, sees the old or the new.
   *
   * @throws StateUnusableException where that fails; the old file is still there then
   */
  public void save(State state) {
    Path next = file.resolveSibling(NAME + ".new");
    try {
      Files.createDirectories(next.toAbsolutePath().getParent());
      try (var channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(StateText.write(state).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StateUnusableException(file, "written", e);
    }
  }
}
