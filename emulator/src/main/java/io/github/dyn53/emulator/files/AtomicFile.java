package io.github.dyn53.emulator.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Replaces a file in one step, so that whoever reads it sees the old text or the new one. */
public final class AtomicFile {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private AtomicFile() {}

  /**
   * Writes a file that anyone may read.
   *
   * @throws IOException if the folder can't be made or the file can't be written; the old file, if
   *     any, is then still there
   */
  public static void write(Path file, String text) throws IOException {
    replace(file, text, "rw-r--r--");
  }

  /**
   * Writes a file that only its owner may read, from its first byte on (mode 600).
   *
   * @throws IOException as {@link #write}
   */
  public static void writePrivate(Path file, String text) throws IOException {
    replace(file, text, "rw-------");
  }

  private static void replace(Path file, String text, String permissions) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: \"%s\"".formatted(file));
    }
    Files.createDirectories(folder);
    // A temporary file is born with mode 600; the permissions are only ever widened.
    Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly());
    try {
      Files.writeString(draft, text);
      if (POSIX) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
