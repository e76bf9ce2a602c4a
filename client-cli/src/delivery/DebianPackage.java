import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Puts the image under {@code /usr/lib/dyn53} and the command, its man page, completion, unit and configuration where Debian has them. By
 * dpkg-deb: a package of jpackage's can hold nothing outside its own folder, and its launcher asks {@code dpkg -S} at each start who it is.
 */
final class DebianPackage {

  private static final String HOME = "/usr/lib/dyn53";

  private DebianPackage() {}

  static boolean canBeBuilt() {
    return Stream.of("/usr/bin/dpkg-deb", "/bin/dpkg-deb").map(Path::of).anyMatch(Files::isExecutable);
  }

  static Path build(Path module, Image image, String version, Files53 files) throws IOException, InterruptedException {
    Path root = module.resolve("target/debian").toAbsolutePath();
    files.deleteTree(root);
    files.copyTree(image.folder(), Files.createDirectories(root.resolve("usr/lib")).resolve("dyn53"));
    Files.delete(root.resolve("usr/lib/dyn53/bin/dyn53"));
    files.write(root.resolve("usr/bin/dyn53"), image.launcher("/usr/bin/dyn53", HOME), "rwxr-xr-x");
    Path sources = module.resolve("src/delivery/debian");
    files.write(root.resolve("etc/dyn53/dyn53.conf"), Files.readString(sources.resolve("dyn53.conf")), "rw-------");
    files.write(root.resolve("usr/lib/systemd/system/dyn53.service"), unit(module), "rw-r--r--");
    manual(module, root);
    completion(image, root, files);
    documents(module, root, files);
    files.write(root.resolve("DEBIAN/control"), control(version, root), "rw-r--r--");
    files.write(root.resolve("DEBIAN/conffiles"), "/etc/dyn53/dyn53.conf\n", "rw-r--r--");
    for (String script : List.of("postinst", "prerm", "postrm")) {
      files.write(root.resolve("DEBIAN").resolve(script), Files.readString(sources.resolve(script)), "rwxr-xr-x");
    }
    files.touchTree(root);
    Path file = module.resolve("target/dyn53_%s_%s.deb".formatted(debian(version), architecture())).toAbsolutePath();
    Files53.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root.toString(), file.toString()));
    return file;
  }

  /** The text that {@code dyn53 service install} writes as well. */
  private static String unit(Path module) throws IOException {
    return Files.readString(module.resolve("src/main/resources/io/github/dyn53/cli/service/dyn53.service"))
        .replace("@PROGRAM@", "/usr/bin/dyn53")
        .replace("@CONFIGURATION@", "/etc/dyn53/dyn53.conf");
  }

  private static void manual(Path module, Path root) throws IOException {
    compress(Files.readString(module.resolve("src/main/man/dyn53.1")), root.resolve("usr/share/man/man1/dyn53.1.gz"));
  }

  private static void documents(Path module, Path root, Files53 files) throws IOException {
    Path folder = root.resolve("usr/share/doc/dyn53");
    files.write(
        folder.resolve("copyright"),
        """
        Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
        Upstream-Name: dyn53
        Comment: /usr/lib/dyn53 holds parts of the OpenJDK; its licences are in /usr/lib/dyn53/legal.
         lib/dyn53/conscrypt.jar and the library beside it are Conscrypt, by the Android Open Source Project,
         under the Apache License 2.0; BoringSSL in it also under the licence of ISC and, in parts, of OpenSSL.
         lib/dyn53/dyn53.jar holds picocli, by Remko Popma, and Jackson, by Tatu Saloranta and others, both under
         the Apache License 2.0; Jackson's notice is in META-INF/NOTICE there.

        Files: *
        Copyright: the authors of dyn53
        License: Apache-2.0
         See /usr/share/common-licenses/Apache-2.0.
        """,
        "rw-r--r--");
    compress(Files.readString(module.resolve("../CHANGELOG.md")), folder.resolve("changelog.gz"));
  }

  private static void completion(Image image, Path root, Files53 files) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(image.folder().resolve("bin/dyn53").toString(), "completion")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String script = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || script.isBlank()) {
      throw new IllegalStateException("dyn53 completion wrote no script");
    }
    files.write(root.resolve("usr/share/bash-completion/completions/dyn53"), script, "rw-r--r--");
  }

  private static void compress(String text, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A snapshot comes before its release: Debian sorts a tilde before the end. */
  private static String debian(String version) {
    return version.replace("-SNAPSHOT", "~snapshot");
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "aarch64" -> "arm64";
      case String other -> other;
    };
  }

  private static String control(String version, Path root) throws IOException {
    long bytes;
    try (Stream<Path> all = Files.walk(root)) {
      bytes = all.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
    return """
    Package: dyn53
    Version: %s
    Architecture: %s
    Maintainer: dyn53 <dyn53@users.noreply.github.com>
    Installed-Size: %d
    Depends: libc6 (>= 2.31), zlib1g
    Recommends: iproute2
    Section: net
    Priority: optional
    Description: keeps a host name in your AWS account pointed at this home
     dyn53 notices at once when the home gets another address, and tells the
     dynamic DNS endpoint in your own AWS account. This package brings its own
     Java runtime and a hardened service, which starts once you enable it.
    """
        .formatted(debian(version), architecture(), bytes / 1024);
  }
}
