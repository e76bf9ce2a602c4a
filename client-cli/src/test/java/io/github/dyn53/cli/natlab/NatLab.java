package io.github.dyn53.cli.natlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The lab that {@code src/test/natlab/natlab} builds; its verbs are told there. */
final class NatLab implements AutoCloseable {

  static final String FIRST_ADDRESS = "11.22.33.44";
  static final String HOME = "192.168.77.10";
  static final String FIRST_PREFIX = "2a10:53:aa:1";

  private static final String SCRIPT =
      Path.of("src/test/natlab/natlab").toAbsolutePath().toString();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Path IMAGE = Path.of("target/image/bin/dyn53").toAbsolutePath();
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path folder;
  private final Process process;

  private NatLab(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** What the script's check ends with where this machine has no namespaces to give. */
  private static final int NO_NAMESPACES = 2;

  /**
   * Builds the lab. Where namespaces are not to be had the tests are skipped; where a program is
   * missing, too, or fail if the environment says {@code DYN53_REQUIRE_CLIENTS=1}.
   */
  static NatLab open(Path folder) throws IOException {
    Ran check = Ran.of(builder(List.of(SCRIPT, "check")).start());
    if (check.exitCode() != 0) {
      String notice = "no home network can be built here: " + check.output();
      boolean required = "1".equals(System.getenv("DYN53_REQUIRE_CLIENTS"));
      if (required && check.exitCode() != NO_NAMESPACES) {
        Assertions.fail(notice);
      }
      Assumptions.abort(notice);
    }
    var builder =
        builder(List.of(SCRIPT, "up", folder.toString(), System.getProperty("java.class.path")));
    builder.environment().put("NATLAB_JAVA", JAVA);
    var lab = new NatLab(folder, builder.start());
    lab.awaitReady();
    return lab;
  }

  private void awaitReady() throws IOException {
    var read = new StringBuilder();
    var in = process.inputReader(StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("ready")) {
        return;
      }
      read.append(line).append('\n');
    }
    throw new AssertionError("the lab was not built:\n" + read);
  }

  /** Does what the verb says and gives back what it printed; a status other than 0 is an error. */
  String tell(String... verb) {
    Ran ran = run(verb);
    if (ran.exitCode() != 0) {
      throw new AssertionError("%s: %s".formatted(String.join(" ", verb), ran));
    }
    return ran.output().strip();
  }

  /** As {@link #tell}, with any status. */
  Ran run(String... verb) {
    return Ran.of(start(List.of(verb)));
  }

  /** Starts the companion at home: the image where there is one, else the jar. */
  Process dyn53(String... arguments) {
    var verb = new ArrayList<>(List.of("exec", "home"));
    if (Files.isExecutable(IMAGE)) {
      verb.add(IMAGE.toString());
    } else {
      verb.addAll(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
      verb.add(Path.of("target/dyn53.jar").toAbsolutePath().toString());
    }
    verb.addAll(List.of(arguments));
    return start(verb);
  }

  /** Serves HTTP at home on this port, until it is ended. */
  Process webServer(int port) {
    String[] words = {"exec", "home", JAVA, "-Xmx32m", "-XX:+UseSerialGC", "-m", "jdk.httpserver"};
    var verb = new ArrayList<>(List.of(words));
    verb.addAll(List.of("-b", HOME, "-p", String.valueOf(port), "-d", folder.toString()));
    return start(verb);
  }

  private Process start(List<String> verb) {
    var command = new ArrayList<>(List.of(SCRIPT, folder.toString()));
    command.addAll(verb);
    var builder = builder(command);
    // Not where this machine's own companion remembers things.
    builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + SCRIPT, e);
    }
  }

  private static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** What DNS answers outside; empty if nothing. */
  String dns(String type) {
    return tell("dig", type);
  }

  /** How many connections the endpoint was offered since the lab began. */
  long connections() {
    return Long.parseLong(tell("connections"));
  }

  /** As it was at first. */
  void mend() {
    tell("endpoint", "up");
    tell("upnp", "off");
    tell("port", "1", "shut");
    tell("link", "wan", "up");
    tell("link", "home", "up");
    tell("address", FIRST_ADDRESS);
    tell("prefix", FIRST_PREFIX);
    tell("upnp", "on");
  }

  /** What may update the host. */
  String token() {
    try {
      var matcher = TOKEN.matcher(Files.readString(folder.resolve("ready.json")));
      if (!matcher.find()) {
        throw new AssertionError("no token in ready.json");
      }
      return matcher.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read ready.json", e);
    }
  }

  /** The authority that signed the endpoint's certificate. */
  Path caFile() {
    return folder.resolve("ca.pem");
  }

  @Override
  public void close() throws IOException {
    // The lab reads until here; with it end all its processes and namespaces.
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * How a program ended.
   *
   * @param output what it printed, errors included
   */
  record Ran(int exitCode, String output) {

    static Ran of(Process process) {
      try {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError("still running: " + output);
        }
        return new Ran(process.exitValue(), output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
