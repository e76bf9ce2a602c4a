package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the packaged jar in a folder, which is its home as well. */
record Packaged(Path folder, List<String> properties) {

  Packaged {
    properties = List.copyOf(properties);
  }

  /** What a test waits for. */
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Waits a minute at the most. */
  static void await(Condition condition) throws InterruptedException, IOException {
    for (int i = 0; i < 600 && !condition.holds(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.holds()).isTrue();
  }

  /** How a run ended. */
  record Ended(int code, String out, String err) {}

  void write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Runs a command with this on its standard input. */
  Ended run(String input, String command, String... arguments)
      throws IOException, InterruptedException {
    return run(Map.of(), input, words(command, arguments));
  }

  /** A command and its arguments. */
  static List<String> words(String command, String... arguments) {
    return Stream.concat(Stream.of(command), Stream.of(arguments)).toList();
  }

  /** Runs it with these variables besides. */
  Ended run(Map<String, String> environment, String input, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(environment, input, out, err, arguments);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts it, and does not wait. */
  Process start(
      Map<String, String> environment, String input, Path out, Path err, List<String> arguments)
      throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(properties);
    line.addAll(List.of("-jar", Path.of("target", "dyn53.jar").toAbsolutePath().toString()));
    line.addAll(arguments);
    Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DYN53_"));
    builder.environment().put("DYN53_CONFIG", "dyn53.conf");
    builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
    builder.environment().putAll(environment);
    return builder
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }
}
