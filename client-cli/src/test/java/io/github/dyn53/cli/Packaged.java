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

/** Runs the packaged jar in a folder, which is its home as well. */
record Packaged(Path folder, List<String> properties) {

  Packaged {
    properties = List.copyOf(properties);
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
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(Map.of(), input, out, err, command, arguments);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts a command with these variables. */
  Process start(
      Map<String, String> environment,
      String input,
      Path out,
      Path err,
      String command,
      String... arguments)
      throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(properties);
    line.addAll(List.of("-jar", Path.of("target", "dyn53.jar").toAbsolutePath().toString()));
    line.add(command);
    line.addAll(List.of(arguments));
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
