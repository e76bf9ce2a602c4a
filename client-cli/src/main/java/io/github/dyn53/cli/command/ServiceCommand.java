package io.github.dyn53.cli.command;

import io.github.dyn53.cli.command.Services.Wish;
import io.github.dyn53.cli.service.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code dyn53 service} and its three commands. */
final class ServiceCommand {

  private final Services services;

  private static final Map<String, String> EXIT_CODES =
      new TreeMap<>(
          Map.of(
              " " + ExitCode.OK.value(),
              "done; with status: the service is there",
              " " + ExitCode.USAGE.value(),
              ExitCode.USAGE.meaning(),
              " " + ExitCode.CONFIGURATION.value(),
              "not done; with status: the service is not there",
              " " + ExitCode.BUG.value(),
              ExitCode.BUG.meaning()));

  ServiceCommand(Services services) {
    this.services = services;
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("service");
    spec.usageMessage().description("Lets the system run dyn53 by itself, or takes that back.");
    add(spec, "install", services::install, "Makes and starts the service.");
    add(spec, "remove", services::remove, "Stops the service and takes it away.");
    add(spec, "status", services::status, "Shows what the system says of the service.");
    return spec;
  }

  private static void add(
      CommandSpec parent, String name, Function<Wish, ExitCode> action, String description) {
    var holder = new ArrayList<CommandSpec>();
    Callable<Integer> callable = () -> action.apply(wish(holder.getFirst())).value();
    CommandSpec spec = CommandSpec.wrapWithoutInspection(callable).name(name);
    holder.add(spec);
    spec.usageMessage().description(description).sortOptions(false);
    spec.exitCodeOnInvalidInput(ExitCode.USAGE.value());
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(EXIT_CODES);
    spec.addOption(
        OptionSpec.builder("--kind")
            .paramLabel("KIND")
            .type(String.class)
            .completionCandidates(Stream.of(ServiceKind.values()).map(ServiceKind::text).toList())
            .description(kinds())
            .build());
    spec.addOption(Flags.configuration());
    spec.addOption(
        OptionSpec.builder("--print")
            .type(boolean.class)
            .description("show what would be written and run, and do nothing")
            .build());
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    spec.mixinStandardHelpOptions(true);
    parent.addSubcommand(name, spec);
  }

  private static String[] kinds() {
    var lines = new ArrayList<>(List.of("what suits this system, unless given:"));
    for (ServiceKind kind : ServiceKind.values()) {
      lines.add(kind.text() + ": " + kind.meaning());
    }
    return lines.toArray(String[]::new);
  }

  private static Wish wish(CommandSpec spec) {
    ParseResult given = spec.commandLine().getParseResult();
    Optional<String> kind = Optional.ofNullable(given.<String>matchedOptionValue("--kind", null));
    Optional<ServiceKind> known = kind.flatMap(ServiceKind::parse);
    if (kind.isPresent() && known.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there is no kind of service \"" + kind.get() + "\"");
    }
    return new Wish(
        known,
        Flags.file(given),
        given.hasMatchedOption("--print"),
        given.hasMatchedOption(Switch.JSON.flag()));
  }
}
