package io.github.dyn53.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** All commands with their flags and help. */
public final class Commands {

  private final Companion companion;
  private final Services services;
  private final String version;
  private final PrintWriter out;
  private final PrintWriter err;

  /** Commands that make this companion work. */
  public Commands(
      Companion companion, Services services, String version, PrintWriter out, PrintWriter err) {
    this.companion = companion;
    this.services = services;
    this.version = version;
    this.out = out;
    this.err = err;
  }

  /** Every command there is, in the order of the help. A new one is a line here. */
  private List<CommandSpec> all() {
    return List.of(
        update(),
        watch(),
        address(),
        status(),
        DoctorCommand.spec(companion),
        SetupCommand.spec(companion),
        service(),
        version(),
        completion());
  }

  /**
   * Runs what was typed; what a command throws is the caller's to tell.
   *
   * @param forPrograms tells programs what is wrong with their command line
   */
  public int run(List<String> arguments, Consumer<String> forPrograms) {
    CommandLine line = line();
    List<RuntimeException> thrown = new ArrayList<>();
    line.setParameterExceptionHandler(new Misuse(forPrograms));
    // picocli would print whatever a handler throws, with its stack.
    line.setExecutionExceptionHandler((e, command, given) -> {
      thrown.add(e instanceof RuntimeException unchecked ? unchecked : new RuntimeException(e));
      return ExitCode.BUG.value();
    });
    int code = line.execute(asFlag(arguments, line).toArray(String[]::new));
    if (!thrown.isEmpty()) {
      throw thrown.get(0);
    }
    return code;
  }

  /** Many type {@code help} and a command, if any, where {@code --help} is the flag of each. */
  private static List<String> asFlag(List<String> arguments, CommandLine line) {
    if (arguments.isEmpty() || !arguments.get(0).equals("help")) {
      return arguments;
    }
    var flagged = new ArrayList<>(arguments.subList(1, arguments.size()));
    // With the flag picocli would let a misspelt command pass.
    if (flagged.isEmpty() || line.getSubcommands().containsKey(flagged.get(0))) {
      flagged.add("--help");
    }
    return flagged;
  }

  /** The whole command line, also for what describes it (manual page, completion). */
  public CommandLine line() {
    CommandSpec top = CommandSpec.create().name("dyn53").version("dyn53 " + version);
    top.usageMessage()
        .description("Lets a host name follow this connection to the internet.", "")
        .synopsisSubcommandLabel("COMMAND")
        .footer("", "Try: dyn53 COMMAND --help");
    top.exitCodeOnInvalidInput(ExitCode.USAGE.value());
    top.mixinStandardHelpOptions(true);
    for (CommandSpec command : all()) {
      command.mixinStandardHelpOptions(true);
      command.version("dyn53 " + version);
      top.addSubcommand(command.name(), command);
    }
    var line = new CommandLine(top).setOut(out).setErr(err).setColorScheme(plain());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // What is in a file that a word with an @ names is not for the command line, nor for its
    // errors.
    line.setExpandAtFiles(false);
    line.setExecutionStrategy(given ->
        given.hasSubcommand() || helpWanted(given)
            ? new CommandLine.RunLast().execute(given)
            : usage(line));
    return line;
  }

  private static boolean helpWanted(ParseResult given) {
    return given.isUsageHelpRequested() || given.isVersionHelpRequested();
  }

  private static int usage(CommandLine line) {
    line.usage(line.getErr());
    return ExitCode.USAGE.value();
  }

  private static CommandLine.Help.ColorScheme plain() {
    return CommandLine.Help.defaultColorScheme(Ansi.OFF);
  }

  private CommandSpec update() {
    CommandSpec spec =
        companionCommand(
            "update",
            companion::update,
            "Looks once, and asks the endpoint where there is reason to. For timers.");
    Flags.add(spec, Switch.FORCE, "ask even where nothing changed");
    Flags.add(spec, Switch.DETAILED_EXIT, "end with 1 where nothing changed");
    return spec;
  }

  private CommandSpec watch() {
    return companionCommand(
        "watch",
        companion::watch,
        "Stays, notices changes by itself, and updates within seconds. For services.");
  }

  private CommandSpec address() {
    return companionCommand(
        "address",
        companion::address,
        "Shows what each source says this connection's addresses are. Changes nothing.");
  }

  private CommandSpec status() {
    return companionCommand(
        "status",
        companion::status,
        "Shows what was sent last and what is wrong, from the state folder. Asks nobody.");
  }

  private CommandSpec service() {
    return new ServiceCommand(services).spec();
  }

  private CommandSpec version() {
    var holder = new ArrayList<CommandSpec>();
    CommandSpec spec =
        command(
            "version",
            () -> {
              boolean json =
                  Flags.read(holder.get(0).commandLine().getParseResult()).has(Switch.JSON);
              out.println(json ? "{\"version\":\"" + version + "\"}" : "dyn53 " + version);
              out.flush();
              return ExitCode.OK.value();
            },
            "Prints the version.");
    holder.add(spec);
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    return spec;
  }

  private CommandSpec completion() {
    return command(
        "completion",
        () -> {
          out.print(AutoComplete.bash("dyn53", line()));
          out.flush();
          return ExitCode.OK.value();
        },
        "Prints a script that lets bash and zsh complete commands and flags. It is text for a"
            + " shell to read, so that there is no --json.",
        "",
        "Use it with: source <(dyn53 completion)");
  }

  private static CommandSpec companionCommand(
      String name, Function<Options, ExitCode> action, String... description) {
    CommandSpec spec = parsedCommand(name, given -> action.apply(Flags.read(given)), description);
    Flags.addConfiguration(spec);
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    Flags.add(spec, Switch.QUIET, "print nothing but what is wrong, once a day where it stands");
    Flags.add(spec, Switch.VERBOSE, "print each step");
    return spec;
  }

  /** A command that is told what stands behind it. */
  static CommandSpec parsedCommand(
      String name, Function<ParseResult, ExitCode> action, String... description) {
    var holder = new ArrayList<CommandSpec>();
    CommandSpec spec =
        command(
            name,
            () -> action.apply(holder.get(0).commandLine().getParseResult()).value(),
            description);
    holder.add(spec);
    return spec;
  }

  private static CommandSpec command(String name, Callable<Integer> action, String... description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(action).name(name);
    spec.usageMessage()
        .description(description)
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n");
    spec.exitCodeOnInvalidInput(ExitCode.USAGE.value());
    var meanings = new java.util.LinkedHashMap<String, String>();
    for (ExitCode code : ExitCode.values()) {
      meanings.put(" " + code.value(), code.meaning());
    }
    spec.usageMessage().exitCodeList(meanings);
    return spec;
  }
}
