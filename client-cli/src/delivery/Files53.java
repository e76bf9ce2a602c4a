import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is done to files here, all of which get the same time. */
record Files53(String time) {

  void write(Path file, String text, String permissions) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    touch(file);
  }

  /** Shortens a file of properties, which is read at each start, by what is for people only. */
  void withoutComments(Path file) throws IOException {
    Properties all = properties(file);
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    Files.write(file, lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList(), StandardCharsets.ISO_8859_1);
    if (!properties(file).equals(all)) {
      throw new IllegalStateException("more than comments was taken out of " + file);
    }
    touch(file);
  }

  private static Properties properties(Path file) throws IOException {
    var properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return properties;
  }

  void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    touch(to);
  }

  /** A tree with its permissions; times stay as they are. */
  void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  void touchTree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !Files.isSymbolicLink(path)).forEach(this::touch);
    }
  }

  private void touch(Path path) {
    try {
      Files.setLastModifiedTime(path, FileTime.from(Instant.parse(time)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + command);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("status " + process.exitValue() + ": " + command);
    }
  }
}
