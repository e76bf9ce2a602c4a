package io.github.dyn53.cli.command;

import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code dyn53 doctor}. */
final class DoctorCommand {

  private static final String PORT = "--port";
  private static final int HIGHEST_PORT = 65_535;

  private DoctorCommand() {}

  static CommandSpec spec(Companion companion) {
    CommandSpec spec =
        Commands.parsedCommand(
            "doctor",
            given -> companion.doctor(Flags.read(given), port(given)),
            "Looks for what keeps your hosts from being reached: endpoint, token, addresses,"
                + " NAT, name servers, clock. Changes nothing.",
            "",
            "Ends with the code of the first thing that is wrong (FAIL).");
    spec.addOption(
        OptionSpec.builder(PORT)
            .paramLabel("NUMBER")
            .type(String.class)
            .description("also have the endpoint try this TCP port from outside (IPv4)")
            .build());
    Flags.addConfiguration(spec);
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    return spec;
  }

  private static OptionalInt port(ParseResult given) {
    if (!given.hasMatchedOption(PORT)) {
      return OptionalInt.empty();
    }
    int port = number(given.matchedOptionValue(PORT, ""));
    if (port < 1 || port > HIGHEST_PORT) {
      throw new ParameterException(
          given.commandSpec().commandLine(), "--port takes a number from 1 to 65535");
    }
    return OptionalInt.of(port);
  }

  /** Zero, which is no port either, for what is no number. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
