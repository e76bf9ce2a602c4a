package io.github.dyn53.cli;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.setup.ConsoleQuestions;
import io.github.dyn53.cli.setup.Setup;
import io.github.dyn53.cli.setup.SetupOutcome;
import io.github.dyn53.cli.setup.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Writes a configuration, tries it, and says what came of both.
 *
 * @param usualFile where it goes unless another place is wished
 */
record SettingUp(Path usualFile, Trial trial, Prospect prospect, PrintStream out, PrintStream err) {

  /** One update with what was written. */
  @FunctionalInterface
  interface Trial {
    ExitCode update(Options options, PrintStream to, PrintStream complaints);
  }

  ExitCode inWords(Wishes wishes, boolean tries) {
    return switch (setup(out).write(wishes)) {
      case SetupOutcome.Written(Path file) -> written(file, tries);
      case SetupOutcome.Unclear(String text) -> said(text, ExitCode.USAGE);
      case SetupOutcome.Failed(String text) -> said(text, ExitCode.CONFIGURATION);
    };
  }

  private ExitCode said(String text, ExitCode code) {
    err.println("dyn53: " + text);
    return code;
  }

  private ExitCode written(Path file, boolean tries) {
    out.println(confirmation(file));
    if (!tries) {
      return ExitCode.OK;
    }
    var complaints = new ByteArrayOutputStream();
    ExitCode code = trial.update(options(file, Switch.FORCE), out, stream(complaints));
    if (code == ExitCode.ANOTHER_INSTANCE) {
      // What it complains of is said better here.
      out.println(prospect.untried());
      return ended(code);
    }
    err.print(complaints.toString(StandardCharsets.UTF_8));
    out.println(code == ExitCode.OK ? prospect.works(file) : prospect.fails(file));
    return code;
  }

  /** Nothing failed where another is at work: it was written, and will be used. */
  private static ExitCode ended(ExitCode tried) {
    return tried == ExitCode.ANOTHER_INSTANCE ? ExitCode.OK : tried;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String confirmation(Path file) {
    return "The configuration is written to " + file + ", closed to others.";
  }

  private static Options options(Path file, Switch first, Switch... more) {
    return new Options(Optional.of(file), List.of(), EnumSet.of(first, more));
  }

  /** What a person is to read besides goes to standard error. */
  ExitCode inJson(Wishes wishes, boolean tries) {
    return switch (setup(err).write(wishes)) {
      case SetupOutcome.Written(Path file) -> {
        var said = new ByteArrayOutputStream();
        ExitCode code = tries ? tried(file, said) : ExitCode.OK;
        String text = confirmation(file);
        if (code == ExitCode.ANOTHER_INSTANCE) {
          text += " " + prospect.untried();
        }
        told(Optional.of(file), text, said.toString(StandardCharsets.UTF_8).strip());
        yield ended(code);
      }
      case SetupOutcome.Unclear(String text) -> {
        told(Optional.empty(), text, "");
        yield ExitCode.USAGE;
      }
      case SetupOutcome.Failed(String text) -> {
        told(Optional.empty(), text, "");
        yield ExitCode.CONFIGURATION;
      }
    };
  }

  private ExitCode tried(Path file, ByteArrayOutputStream said) {
    return trial.update(options(file, Switch.FORCE, Switch.JSON), stream(said), err);
  }

  /** The try's own object stands within; null where there was no try, or none could be made. */
  private void told(Optional<Path> file, String text, String tried) {
    new Json(out)
        .print(json -> {
          Json.text(json, "file", file.map(Path::toString));
          json.writeStringField("text", text);
          json.writeFieldName("tried");
          json.writeRawValue(tried.isEmpty() ? "null" : tried);
        });
  }

  private Setup setup(PrintStream sayings) {
    return new Setup(new ConsoleQuestions(System.in, sayings), usualFile);
  }
}
