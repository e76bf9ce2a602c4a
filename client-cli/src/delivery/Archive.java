import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The archive of classes, loaded and linked, that the image starts from (AppCDS). Of the lists that several runs leave, not of one run as
 * an AOT cache is: what a run with nothing to do loads must be in it too. Nor does it hold what an AOT cache tells the compiler, which then
 * compiles at once: more than a one-shot has left to run.
 */
record Archive(Image image, Path work) {

  static void make(Image image) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("dyn53-training");
    try (var endpoint = TrainingEndpoint.start(work)) {
      var archive = new Archive(image, work);
      Path roots = work.resolve("roots");
      RootFiles.write(List.of(endpoint.certificate()), roots, new Files53("1970-01-01T00:00:00Z"));
      Path local = archive.configuration("local", endpoint.url(), "ca-file = " + endpoint.caFile() + "\nipv4 = interface:lo, endpoint\nipv6 = interface:lo");
      Path asking = archive.configuration("asking", endpoint.url(), "ipv4 = endpoint\nipv6 = none");
      Set<String> classes = new LinkedHashSet<>();
      for (Path configuration : List.of(local, local, asking, asking)) {
        classes.addAll(archive.trained(roots, "-Xshare:off", "update", "--config", configuration.toString()));
      }
      classes.addAll(archive.watched(roots, local));
      archive.dump(classes);
      // With an archive the JDK itself loads classes that it does not load without.
      for (Path configuration : List.of(local, asking)) {
        classes.addAll(archive.trained(roots, "-XX:SharedArchiveFile=" + image.archive(), "update", "--config", configuration.toString()));
      }
      if (endpoint.updates() != 2) {
        throw new IllegalStateException("the training sent " + endpoint.updates() + " updates, not one for each configuration");
      }
      archive.requireNativeTls(classes);
      archive.dump(classes);
    } finally {
      new Files53("1970-01-01T00:00:00Z").deleteTree(work);
    }
  }

  private Path configuration(String name, String url, String sources) throws IOException {
    Path file = work.resolve(name + ".conf");
    Files.writeString(
        file,
        """
        endpoint = %s
        token = abcdefghijklmnopqrstuvwxyz234567
        state = %s
        %s
        host = training.example.com
        """
            .formatted(url, work.resolve(name), sources));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  /** The classes that a run of the companion loads, as the JDK lists them. */
  private List<String> trained(Path roots, String sharing, String... arguments) throws IOException, InterruptedException {
    Files53.run(command(roots, sharing, arguments));
    return listed();
  }

  /** Those of a watch that has begun, and is told to end. */
  private List<String> watched(Path roots, Path configuration) throws IOException, InterruptedException {
    Process watch = new ProcessBuilder(command(roots, "-Xshare:off", "watch", "--config", configuration.toString())).inheritIO().start();
    boolean ended = watch.waitFor(5, TimeUnit.SECONDS);
    watch.destroy();
    if (ended || !watch.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("watch ended before it was told to, or would not end");
    }
    return listed();
  }

  private List<String> command(Path roots, String sharing, String... arguments) {
    List<String> command = java();
    // The later one wins.
    command.addAll(List.of("-Ddyn53.roots=" + roots, sharing, "-XX:DumpLoadedClassList=" + list(), Image.MAIN));
    command.addAll(List.of(arguments));
    return command;
  }

  private Path list() {
    return work.resolve("classes");
  }

  private List<String> listed() throws IOException {
    return Files.readAllLines(list()).stream().filter(line -> !line.startsWith("#")).map(Archive::withoutNumber).toList();
  }

  /** Each run numbers classes anew; numbers are of use to classes of other class loaders, which there are none of. */
  private static String withoutNumber(String line) {
    return line.startsWith("@") ? line : line.replaceFirst(" id: \\d+$", "");
  }

  /** A silent fall-back to the JDK's TLS would go unnoticed, but for the time it takes. */
  private void requireNativeTls(Set<String> classes) throws IOException {
    boolean brought;
    try (var files = Files.list(image.own(""))) {
      brought = files.anyMatch(file -> file.getFileName().toString().startsWith("libconscrypt"));
    }
    boolean used = classes.contains("org/conscrypt/ConscryptEngineSocket") && !classes.contains("sun/security/ssl/ClientHello");
    if (brought && !used) {
      throw new IllegalStateException("the training opened TLS, but not by Conscrypt");
    }
  }

  private void dump(Set<String> classes) throws IOException, InterruptedException {
    Path list = Files.write(work.resolve("all"), classes);
    List<String> command = java();
    command.addAll(
        List.of("-Xshare:dump", "-XX:+AOTClassLinking", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + image.archive()));
    Files53.run(command);
    if (!Files.exists(image.archive())) {
      throw new IllegalStateException("the JDK wrote no archive");
    }
  }

  private List<String> java() {
    return new ArrayList<>(Image.java(image.folder().toString()));
  }
}
