package io.github.dyn53.functions.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One finished run of an outside program. */
record Execution(int exitCode, String output, String errors) {

  /** What a shell, or pyenv's stand-in for a program it does not have, ends with. */
  private static final int NOT_FOUND = 127;

  /** Runs the command for a minute at most; empty where there is no such program. */
  static Optional<Execution> of(Path folder, String... command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("%s took more than a minute".formatted(command[0]));
    }
    return Optional.of(
            new Execution(process.exitValue(), Files.readString(output), Files.readString(errors)))
        .filter(execution -> execution.exitCode() != NOT_FOUND);
  }
}
