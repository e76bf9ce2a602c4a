import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The companion with a runtime of its own: {@code bin/dyn53} starts it from wherever the folder is put.
 *
 * @param folder what may be copied elsewhere, as long as the times of its files are kept: the AOT cache is only taken for the jar it was made of
 */
record Image(Path folder) {

  /**
   * TLS is in java.base since JDK 22; java.xml reads what a UPnP router says of itself; the naming
   * modules tell the name servers of systems without a resolv.conf.
   */
  private static final String MODULES = "java.base,java.xml,java.naming,jdk.naming.dns";

  private static final String MAIN = "io.github.dyn53.cli.Main";

  static Image build(Path module, Files53 files) throws IOException, InterruptedException {
    var image = new Image(module.resolve("target/image").toAbsolutePath());
    files.deleteTree(image.folder);
    image.link();
    files.copy(module.resolve("target/dyn53.jar"), image.jar());
    files.write(image.folder.resolve("bin/dyn53"), image.movableLauncher(), "rwxr-xr-x");
    image.train();
    files.touchTree(image.folder);
    return image;
  }

  private void link() throws IOException {
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--output",
                folder.toString());
    if (status != 0) {
      throw new IllegalStateException("jlink failed");
    }
    try (Stream<Path> programs = Files.list(folder.resolve("bin"))) {
      for (Path program : programs.filter(it -> !it.endsWith("java")).toList()) {
        Files.delete(program);
      }
    }
  }

  /** Lets the companion ask an endpoint over TLS once; what it loads for that is in the cache. */
  private void train() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("dyn53-training");
    try (var endpoint = TrainingEndpoint.start(work)) {
      Path configuration = work.resolve("dyn53.conf");
      Files.writeString(
          configuration,
          """
          endpoint = %s
          token = abcdefghijklmnopqrstuvwxyz234567
          ca-file = %s
          ipv4 = interface:lo, endpoint
          ipv6 = interface:lo
          state = %s
          host = training.example.com
          """
              .formatted(endpoint.url(), endpoint.caFile(), work.resolve("state")));
      Files.setPosixFilePermissions(
          configuration,
          Set.of(
              java.nio.file.attribute.PosixFilePermission.OWNER_READ,
              java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
      var command = new ArrayList<>(List.of(folder.resolve("bin/java").toString()));
      command.addAll(options());
      command.addAll(List.of("-XX:AOTCacheOutput=" + cache(), "-cp", jar().toString(), MAIN));
      command.addAll(List.of("update", "--config", configuration.toString()));
      Files53.run(command);
      if (endpoint.updates() == 0) {
        throw new IllegalStateException("the training did not get as far as to an update");
      }
    } finally {
      new Files53("1970-01-01T00:00:00Z").deleteTree(work);
    }
  }

  private Path jar() {
    return folder.resolve("lib/dyn53/dyn53.jar");
  }

  private Path cache() {
    return folder.resolve("lib/dyn53/dyn53.aot");
  }

  /** Those that the cache is made with and used with: some of them must be the same. */
  private static List<String> options() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xss256k",
        "-XX:-UsePerfData",
        // Of the archive in the cache alone: moving it elsewhere at each start costs 7 of 40 ms, and memory of its own.
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:ArchiveRelocationMode=0",
        // A cache that does not fit is not worth a line on standard output.
        "-Xlog:disable",
        "-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1");
  }

  /** For the image where it lies at {@code home}; quicker than to look for it at each start. */
  String launcher(String program, String home) {
    return "#!/bin/sh\n" + exec(program, home);
  }

  private String movableLauncher() {
    return """
    #!/bin/sh
    self=$0
    if [ -L "$self" ]; then self=$(readlink -f -- "$self"); fi
    home=${self%/bin/*}
    """
        + exec("$self", "$home");
  }

  private static String exec(String program, String home) {
    return """
    memory=-Xmx32m
    # No less than 4 MB at first: the objects in the cache must fit.
    if [ "$1" = watch ]; then memory='-Xms4m -Xmx12m -XX:MaxMetaspaceSize=48m -XX:ReservedCodeCacheSize=12m -XX:TrimNativeHeapInterval=10000'; fi
    exec "%1$s/bin/java" %2$s $memory -XX:AOTCache="%1$s/lib/dyn53/dyn53.aot" -Ddyn53.program="%4$s" \\
      -cp "%1$s/lib/dyn53/dyn53.jar" %3$s "$@"
    """
        .formatted(home, String.join(" ", options()), MAIN, program);
  }
}
