package io.github.dyn53.cli.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the hardened units keep from the program in them.
 *
 * @param root {@code /}, but for tests
 * @param unit its name
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html">
 *     systemd.exec</a>
 */
public record Sandbox(Path root, String unit) {

  private static final Map<String, String> HIDDEN =
      new TreeMap<>(
          Map.of(
              "home", "ProtectHome=yes",
              "root", "ProtectHome=yes",
              "run/user", "ProtectHome=yes",
              "tmp", "PrivateTmp=yes",
              "var/tmp", "PrivateTmp=yes"));

  /** That of a kind of service; most have none. */
  public static Optional<Sandbox> of(ServiceKind kind, Path root) {
    return switch (kind) {
      case SYSTEMD -> Optional.of(new Sandbox(root, "dyn53.service"));
      case SYSTEMD_TIMER -> Optional.of(new Sandbox(root, "dyn53-update.service"));
      case SYSTEMD_USER, CRON, LAUNCHD, WINDOWS_TASK -> Optional.empty();
    };
  }

  /** Whether an administrator has changed the unit, so that it may let in more than ours does. */
  public boolean isChanged() {
    return Files.isDirectory(root.resolve("etc/systemd/system").resolve(unit + ".d"));
  }

  /**
   * Why a file can't be read in there, as a clause; empty where it can be, or where there is none.
   *
   * @param file taken from the root unless absolute, as services start there
   */
  public Optional<String> obstacle(Path file) {
    Path given = root.resolve(file).normalize();
    try {
      Path real = given.toRealPath();
      Optional<String> hidden = hidden(given).or(() -> hidden(real));
      return hidden.isPresent() ? hidden : closed(real);
    } catch (IOException e) {
      return hidden(given);
    }
  }

  private Optional<String> hidden(Path file) {
    for (Map.Entry<String, String> folder : HIDDEN.entrySet()) {
      if (file.startsWith(root.resolve(folder.getKey()))) {
        String shown = "/" + folder.getKey();
        return Optional.of("the unit hides %s from it (%s)".formatted(shown, folder.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Its user owns nothing and is in no group. */
  private Optional<String> closed(Path file) throws IOException {
    var needed = PosixFilePermission.OTHERS_READ;
    Path top = root.toRealPath();
    for (Path path = file; path != null && !path.equals(top); path = path.getParent()) {
      if (!permits(path, needed)) {
        return Optional.of("its user may not read " + path + " (DynamicUser=yes)");
      }
      needed = PosixFilePermission.OTHERS_EXECUTE;
    }
    return Optional.empty();
  }

  private static boolean permits(Path path, PosixFilePermission needed) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null || view.readAttributes().permissions().contains(needed);
  }
}
