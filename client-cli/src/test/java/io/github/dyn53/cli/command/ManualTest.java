package io.github.dyn53.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.setup.Wishes;
import io.github.dyn53.cli.update.Event;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the manual page to the commands and flags that there are. */
class ManualTest {

  private static final Path PAGE = Path.of("src/main/man/dyn53.1");

  @TestFactory
  Stream<DynamicTest> tellsEveryCommandAndFlag() throws IOException {
    String page = Files.readString(PAGE);
    var wanted = new LinkedHashMap<String, String>();
    collect(line(), wanted);
    return wanted.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(), () -> assertThat(page).containsPattern(entry.getValue())));
  }

  @Test
  void tellsEveryKeyExitCodeAndEvent() throws IOException {
    String page = Files.readString(PAGE);
    for (Key key : Key.values()) {
      assertThat(page).contains("Cm " + key.flag().substring(2) + " No =");
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains("\n.It " + code.value() + "\n");
    }
    for (Event.Kind kind : Event.Kind.values()) {
      assertThat(page).containsPattern("\n\\.Li " + kind.word() + "\n");
    }
  }

  private static void collect(CommandLine line, Map<String, String> wanted) {
    for (OptionSpec option : line.getCommandSpec().options()) {
      for (String name : option.names()) {
        // In mdoc a dash is the macro Fl; one Fl may tell several flags.
        wanted.put(name, "Fl (\\S+ , )*" + name.substring(1) + "\\b");
      }
    }
    line.getSubcommands()
        .forEach((name, sub) -> {
          wanted.put(sub.getCommandSpec().qualifiedName(), "(Cm|\\|) " + name + "\\b");
          collect(sub, wanted);
        });
  }

  /** That of a companion which does nothing. */
  static CommandLine line() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    return new Commands(new NoCompanion(), new NoServices(), "1", nowhere, nowhere).line();
  }

  /** Is only described. */
  private static final class NoCompanion implements Companion {
    @Override
    public ExitCode doctor(Options options, OptionalInt port) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode setup(Wishes wishes, boolean tries, boolean json) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode update(Options options) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode watch(Options options) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode address(Options options) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode status(Options options) {
      return ExitCode.OK;
    }
  }

  /** Is only described. */
  private static final class NoServices implements Services {
    @Override
    public ExitCode install(Wish wish) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode remove(Wish wish) {
      return ExitCode.OK;
    }

    @Override
    public ExitCode status(Wish wish) {
      return ExitCode.OK;
    }
  }
}
