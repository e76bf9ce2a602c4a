package io.github.dyn53.cli.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a folder is of use for the state, for who only looks: nothing is made.
 *
 * @param writable whether this account may write to a file or folder that is there
 */
public record StateFolder(Path folder, Predicate<Path> writable) {

  /** What is replaced or opened for writing; the state itself is only ever moved to its place. */
  private static final List<String> WRITTEN = List.of("dyn53.lock", "dyn53.state.new");

  /** As this account sees it. */
  public static StateFolder of(Path folder) {
    return new StateFolder(folder, Files::isWritable);
  }

  /** What keeps dyn53 from remembering anything there. */
  public Optional<String> obstacle() {
    Path nearest = nearest();
    if (!Files.isDirectory(nearest)) {
      return Optional.of(nearest + " is no folder");
    }
    if (!writable.test(nearest)) {
      return Optional.of("this account may not write to " + nearest);
    }
    for (String name : WRITTEN) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !writable.test(file)) {
        return Optional.of("this account may not write to " + file);
      }
    }
    return Optional.empty();
  }

  /** What is there of the path: the rest would have to be made in it. */
  private Path nearest() {
    Path nearest = folder.toAbsolutePath();
    // Below a file, and where this account may not look, a path does not exist either.
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}
