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
 * The archives of classes that the image starts from (AppCDS). Of the lists that several runs leave, not of one run as an AOT cache is: what
 * a run with nothing to do loads must be in it too. Nor do they hold what an AOT cache tells the compiler, which then compiles at once: more
 * than a one-shot has left to run.
 */
record Archive(Image image, Path work) {

  static void make(Image image) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("dyn53-training");
    try (var endpoint = TrainingEndpoint.start(work)) {
      var archive = new Archive(image, work);
      RootFiles.write(List.of(endpoint.certificate()), archive.roots(), new Files53("1970-01-01T00:00:00Z"));
      Path local = archive.configuration("local", endpoint.url(), "ca-file = " + endpoint.caFile() + "\nipv4 = interface:lo, endpoint\nipv6 = interface:lo");
      Path asking = archive.configuration("asking", endpoint.url(), "ipv4 = endpoint\nipv6 = none");
      Path staying = archive.configuration("staying", endpoint.url(), "ipv4 = interface:lo, endpoint\nipv6 = interface:lo");
      archive.makeForWatch(staying);
      archive.makeForOneShots(local, asking);
      if (endpoint.updates() != 3) {
        throw new IllegalStateException("the training sent " + endpoint.updates() + " updates, not one for each configuration");
      }
    } finally {
      new Files53("1970-01-01T00:00:00Z").deleteTree(work);
    }
  }

  /** Only what is used is loaded; it stays. What the watch has another process do is in its list no more than in its memory. */
  private void makeForWatch(Path configuration) throws IOException, InterruptedException {
    dump(new LinkedHashSet<>(watched(configuration)), image.watchArchive());
  }

  /** All in it is linked, and loaded at the start: a one-shot needs most of it. */
  private void makeForOneShots(Path local, Path asking) throws IOException, InterruptedException {
    Set<String> classes = new LinkedHashSet<>(listed(work.resolve("exchanged")));
    for (Path configuration : List.of(local, local, asking, asking)) {
      classes.addAll(trained("-Xshare:off", "update", "--config", configuration.toString()));
    }
    dump(classes, image.archive(), "-XX:+AOTClassLinking");
    // With an archive the JDK itself loads classes that it does not load without.
    for (Path configuration : List.of(local, asking)) {
      classes.addAll(trained("-XX:SharedArchiveFile=" + image.archive(), "update", "--config", configuration.toString()));
    }
    requireNativeTls(classes);
    dump(classes, image.archive(), "-XX:+AOTClassLinking");
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
  private List<String> trained(String sharing, String... arguments) throws IOException, InterruptedException {
    Files53.run(command(List.of(sharing), arguments));
    return listed(list());
  }

  /** Those of a watch that has begun, and is told to end. */
  private List<String> watched(Path configuration) throws IOException, InterruptedException {
    var flags = new ArrayList<>(Image.WATCH);
    flags.addAll(List.of("-Xshare:off", "-Ddyn53.program=" + exchanging()));
    Process watch = new ProcessBuilder(command(flags, "watch", "--config", configuration.toString())).inheritIO().start();
    boolean ended = watch.waitFor(5, TimeUnit.SECONDS);
    watch.destroy();
    if (ended || !watch.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("watch ended before it was told to, or would not end");
    }
    return listed(list());
  }

  /** What the watch starts to exchange over TLS: leaves its list beside the watch's. */
  private Path exchanging() throws IOException {
    List<String> command = command(List.of("-Xshare:off"));
    command.add(command.indexOf(Image.MAIN), "-XX:DumpLoadedClassList=" + work.resolve("exchanged"));
    String line = "exec '" + String.join("' '", command) + "' \"$@\"\n";
    Path program = Files.writeString(work.resolve("exchanging"), "#!/bin/sh\n" + line);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private List<String> command(List<String> flags, String... arguments) {
    List<String> command = java();
    command.addAll(flags);
    // The later one wins.
    command.addAll(List.of("-Ddyn53.roots=" + roots(), "-XX:DumpLoadedClassList=" + list(), Image.MAIN));
    command.addAll(List.of(arguments));
    return command;
  }

  private Path roots() {
    return work.resolve("roots");
  }

  private Path list() {
    return work.resolve("classes");
  }

  private List<String> listed(Path list) throws IOException {
    return Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).map(Archive::withoutNumber).toList();
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

  private void dump(Set<String> classes, Path archive, String... flags) throws IOException, InterruptedException {
    Path list = Files.write(work.resolve("all"), classes);
    List<String> command = java();
    command.addAll(List.of(flags));
    command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive));
    Files53.run(command);
    if (!Files.exists(archive)) {
      throw new IllegalStateException("the JDK wrote no archive");
    }
  }

  private List<String> java() {
    return new ArrayList<>(Image.java(image.folder().toString()));
  }
}
