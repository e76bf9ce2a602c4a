import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The companion with a runtime of its own: {@code bin/dyn53} starts it from wherever the folder is put.
 *
 * @param folder what may be copied elsewhere, as long as the times of its files are kept: the archive is only taken for the jars it was made of
 */
record Image(Path folder) {

  /**
   * TLS is in java.base since JDK 22; java.xml reads what a UPnP router says of itself; the naming
   * modules tell the name servers of systems without a resolv.conf.
   */
  private static final String MODULES = "java.base,java.xml,java.naming,jdk.naming.dns";

  static final String MAIN = "io.github.dyn53.cli.Main";

  /** How a watch is run besides. What exchanges over TLS for it is started anew each time. */
  static final List<String> WATCH =
      List.of(
          // To exit on it is to exit with 3, after which systemd would not start it again.
          "-XX:+CrashOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
          "-Xint", "-Xms4m", "-Xmx12m", "-Xmn1m", "-XX:MaxMetaspaceSize=48m", "-XX:TrimNativeHeapInterval=600000",
          // By default it looks four times a second for monitors that are not needed any more: most of an idle hour's time.
          "-XX:AsyncDeflationInterval=60000",
          // Once a second, to see whether tables have to grow.
          "-XX:ServiceThreadCleanupInterval=60000",
          "-Ddyn53.apart=true");

  /** In the folder, what is not the runtime's. */
  private static final String OWN = "lib/dyn53";

  static Image build(Path module, Files53 files) throws IOException, InterruptedException {
    var image = new Image(module.resolve("target/image").toAbsolutePath());
    files.deleteTree(image.folder);
    image.link();
    // 1,600 lines, of which 70 mean something to Java: 1.5 ms of each run that looks at an address.
    files.withoutComments(image.folder.resolve("conf/security/java.security"));
    files.copy(module.resolve("target/dyn53.jar"), image.own("dyn53.jar"));
    NativeTls.unpack(module.resolve("target/native-tls"), image.folder.resolve(OWN), files);
    RootFiles.write(Path.of(System.getProperty("java.home")), image.own("roots"), files);
    files.write(image.folder.resolve("bin/dyn53"), image.movableLauncher(), "rwxr-xr-x");
    Archive.make(image);
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

  Path own(String name) {
    return folder.resolve(OWN).resolve(name);
  }

  /** Java with those options that the archive is made with and used with: some must be the same. */
  static List<String> java(String home) {
    String own = home + "/" + OWN;
    return List.of(
        home + "/bin/java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xss256k",
        "-XX:-UsePerfData",
        // Sizes are given, so no limits of a container need to be looked for.
        "-XX:-UseContainerSupport",
        // Moving the archive elsewhere in memory at each start costs 7 of 40 ms, and memory of its own.
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:ArchiveRelocationMode=0",
        // An archive that does not fit is not worth a line on standard output.
        "-Xlog:disable",
        // To make constructors callable by native code costs nothing; by generated code, milliseconds each.
        "-Djdk.reflect.useNativeAccessorOnly=true",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.library.path=" + own,
        "-Ddyn53.roots=" + own + "/roots",
        "-cp",
        own + "/dyn53.jar:" + own + "/conscrypt.jar");
  }

  /** What all but a watch starts from. */
  Path archive() {
    return own("dyn53.jsa");
  }

  /** What a watch starts from, with less in it: all that a process opens of an archive stays with it. */
  Path watchArchive() {
    return own("watch.jsa");
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
    case $self in
      /*/bin/dyn53) home=${self%/bin/dyn53} ;;
      *) home=$(cd -- "$(dirname -- "$self")/.." && pwd -P) ;;
    esac
    """
        + exec("$home/bin/dyn53", "$home");
  }

  private static String exec(String program, String home) {
    return """
    # What runs once is done before most of what could be compiled has paid for it.
    archive=dyn53 how='-Xmx32m -XX:CompileThresholdScaling=5'
    # For what stays, memory counts more than time: interpreted, a look at the sources takes 3 ms. No less than 4 MB: the objects in the archive must fit.
    if [ "$1" = watch ]; then archive=watch how='%5$s'; fi
    exec %1$s $how -Xshare:auto \\
      "-XX:SharedArchiveFile=%2$s/lib/dyn53/$archive.jsa" "-Ddyn53.program=%4$s" %3$s "$@"
    """
        .formatted(quoted(java(home)), home, MAIN, program, String.join(" ", WATCH));
  }

  /** The folder may have spaces in its name. */
  private static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(word -> word.contains("/") ? '"' + word + '"' : word).toList());
  }
}
