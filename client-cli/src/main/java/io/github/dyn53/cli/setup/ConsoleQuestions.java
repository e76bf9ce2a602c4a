package io.github.dyn53.cli.setup;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal this process was started from. */
public final class ConsoleQuestions implements Questions {

  private final Optional<Console> console;
  private final InputStream in;
  private final PrintStream out;

  /**
   * Asks at the process's console, where it has one.
   *
   * @param in standard input, for {@link #input}
   * @param out where things are said
   */
  public ConsoleQuestions(InputStream in, PrintStream out) {
    this.console = Optional.ofNullable(System.console());
    this.in = in;
    this.out = out;
  }

  @Override
  public Optional<String> ask(String question) {
    return console.map(terminal -> terminal.readLine("%s", question)).map(String::strip);
  }

  @Override
  public Optional<String> askHidden(String question) {
    return console.map(terminal -> terminal.readPassword("%s", question)).map(String::new);
  }

  @Override
  public Optional<String> input() {
    try {
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.ofNullable(reader.readLine()).map(String::strip);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void say(String line) {
    out.println(line);
  }
}
