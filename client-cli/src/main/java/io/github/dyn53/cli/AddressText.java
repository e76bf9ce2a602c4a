package io.github.dyn53.cli;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.config.Configuration;
import java.io.PrintStream;

/** Prints what each source says of each family. */
record AddressText(PrintStream out, Options options) {

  ExitCode print(Configuration configuration, Wiring wiring) {
    out.println(wiring.sources().endpoint().find(io.github.dyn53.dns.Family.IPV4));
    return ExitCode.OK;
  }
}
