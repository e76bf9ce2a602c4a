package io.github.dyn53.cli.config;

import io.github.dyn53.cli.process.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a file with a secret in it is closed to others. */
public final class PrivateFile {

  private PrivateFile() {}

  /**
   * What is wrong with the file's permissions and the command that mends it. A group may read a
   * file of root's: there an administrator chose the group. Files without such permissions
   * (Windows) pass.
   */
  public static Optional<String> complaint(Path file) {
    try {
      var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view == null || !isOpen(view.readAttributes())) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty(); // whoever reads it will say so
    }
    return Optional.of(
        "token: others can read "
            + file
            + ", which holds a token; mend it with: "
            + ShellWords.of(List.of("chmod", "600", file.toString())));
  }

  private static boolean isOpen(PosixFileAttributes attributes) {
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return true;
    }
    boolean group =
        permissions.contains(PosixFilePermission.GROUP_READ)
            || permissions.contains(PosixFilePermission.GROUP_WRITE);
    return group && !"root".equals(attributes.owner().getName());
  }
}
