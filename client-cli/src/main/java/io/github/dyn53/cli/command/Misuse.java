package io.github.dyn53.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line, and where help is; not so to programs. */
final class Misuse implements IParameterExceptionHandler {

  private static final String TOP = "dyn53 ";

  /** As long as a token, which must not be shown on a screen or in a log. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{32,}");

  private final Consumer<String> forPrograms;

  /** Leaves it to another to tell programs, who wait for JSON. */
  Misuse(Consumer<String> forPrograms) {
    this.forPrograms = forPrograms;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    String text = withoutSecrets(text(mistake, line));
    if (List.of(arguments).contains(Switch.JSON.flag())) {
      forPrograms.accept(text);
      return ExitCode.USAGE.value();
    }
    PrintWriter err = line.getErr();
    err.println("dyn53: " + text);
    err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE.value();
  }

  private static String withoutSecrets(String text) {
    return SECRET.matcher(text).replaceAll("(not repeated here, since it may be a token)");
  }

  private static String text(ParameterException mistake, CommandLine line) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(mistake.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    // A token must not be repeated on the screen, and never have been in the arguments.
    if (first.startsWith("--token")) {
      return "there is no flag --token, since every program here could read the token then;"
          + " use token-file, DYN53_TOKEN or the configuration file";
    }
    List<String> near = unmatched.getSuggestions();
    String hint = near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    if (first.startsWith("-")) {
      return "there is no flag " + first + hint;
    }
    String name = line.getCommandSpec().qualifiedName();
    return line.getSubcommands().isEmpty()
        ? name + " takes no such word: " + first
        : "there is no command " + (name + " ").substring(TOP.length()) + first + hint;
  }
}
