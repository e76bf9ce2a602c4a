import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Conscrypt's classes and its library for the system this runs on, out of the jar that holds all systems'. */
final class NativeTls {

  private NativeTls() {}

  /** Unpacks into a folder: {@code conscrypt.jar}, and the library under the name that Conscrypt looks for. */
  static void unpack(Path from, Path folder, Files53 files) throws IOException {
    try (var jar = new JarFile(jar(from).toFile())) {
      String library = "libconscrypt_openjdk_jni-linux-%s.so".formatted(architecture());
      JarEntry entry = jar.getJarEntry("META-INF/native/" + library);
      if (entry == null) {
        System.out.println("NOTICE: Conscrypt has no library for this system; the image goes by the JDK's TLS");
      } else {
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, folder.resolve(library));
        }
      }
      classes(jar, folder.resolve("conscrypt.jar"));
    }
    files.touchTree(folder);
  }

  private static Path jar(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.findFirst().orElseThrow(() -> new IllegalStateException("no jar of Conscrypt in " + folder));
    }
  }

  private static void classes(JarFile from, Path to) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(to))) {
      for (Enumeration<JarEntry> all = from.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().matches(".*\\.(class|properties)")) {
          var copy = new JarEntry(entry.getName());
          copy.setTimeLocal(Instant.EPOCH.atZone(java.time.ZoneOffset.UTC).toLocalDateTime().plusYears(20));
          out.putNextEntry(copy);
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  /** As Conscrypt's file names have it. */
  private static String architecture() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "aarch_64";
      case String other -> other;
    };
  }
}
