package io.github.dyn53.cli.service;

import io.github.dyn53.cli.process.NotStarted;
import io.github.dyn53.cli.process.OwnSecrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * The programs of this system.
 *
 * @param out where their output goes; where the companion's own goes unless given
 */
public record SystemPrograms(Optional<PrintWriter> out) implements Programs {

  private static final int NOT_FOUND = 127;

  @Override
  public int run(List<String> command) {
    try {
      ProcessBuilder builder = OwnSecrets.withheldFrom(command);
      return out.isPresent()
          ? overheard(builder, out.get())
          : builder.inheritIO().start().waitFor();
    } catch (IOException e) {
      say(command.getFirst() + NotStarted.reason(e));
      return NOT_FOUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOT_FOUND;
    }
  }

  private void say(String text) {
    if (out.isPresent()) {
      out.get().println(text);
    } else {
      System.err.println(text);
    }
  }

  private static int overheard(ProcessBuilder builder, PrintWriter out)
      throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).redirectInput(Redirect.INHERIT).start();
    try (BufferedReader said = process.inputReader()) {
      said.lines().forEach(out::println);
    }
    return process.waitFor();
  }
}
