package io.github.dyn53.cli;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.doctor.Diagnosis;
import io.github.dyn53.cli.doctor.DiagnosisJson;
import io.github.dyn53.cli.doctor.DiagnosisText;
import io.github.dyn53.cli.doctor.FindingLine;
import io.github.dyn53.cli.doctor.Subject;
import java.io.PrintStream;

/** Prints what the doctor found. */
record Consultation(PrintStream out, Options options) {

  ExitCode print(Diagnosis diagnosis) {
    if (options.has(Switch.JSON)) {
      new DiagnosisJson(out).print(diagnosis);
    } else {
      new DiagnosisText(out).print(diagnosis);
    }
    return diagnosis.worst().map(FindingLine::subject).map(Consultation::code).orElse(ExitCode.OK);
  }

  private static ExitCode code(Subject subject) {
    return switch (subject) {
      case CONFIGURATION, STATE -> ExitCode.CONFIGURATION;
      case ENDPOINT, CLOCK -> ExitCode.ENDPOINT;
      case CREDENTIAL -> ExitCode.REFUSED;
      case ADDRESS, NAT -> ExitCode.NO_ADDRESS;
      case DNS, PORT -> ExitCode.ASTRAY;
    };
  }
}
