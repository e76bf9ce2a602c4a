package io.github.dyn53.emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The command {@code dyn53-local}, as testable as a function: arguments in, text and code out. */
final class EmulatorCommand {

  private final PrintStream out;
  private final PrintStream err;
  private final StopSignal stop;
  private final Path folder;

  /**
   * Prepares the command.
   *
   * @param folder where certificates and credentials are kept, unless {@code --data} says otherwise
   */
  EmulatorCommand(PrintStream out, PrintStream err, StopSignal stop, Path folder) {
    this.out = out;
    this.err = err;
    this.stop = stop;
    this.folder = folder;
  }

  /**
   * Does what the arguments ask for; an emulator runs until the stop signal.
   *
   * @param launcher starts an emulator; throws {@link UncheckedIOException} or {@link
   *     IllegalArgumentException} if it can't
   */
  ExitCode run(List<String> arguments, Function<EmulatorOptions, RunningEmulator> launcher)
      throws InterruptedException {
    return switch (CommandLine.parse(arguments)) {
      case CommandLine.Help ignored -> {
        out.print(CommandLine.HELP);
        yield ExitCode.OK;
      }
      case CommandLine.Wrong(String message) -> {
        err.println("Error: " + message);
        err.println("Try: dyn53-local --help");
        yield ExitCode.WRONG_COMMAND_LINE;
      }
      case CommandLine.Start(EmulatorOptions options) -> run(options, launcher);
    };
  }

  private ExitCode run(EmulatorOptions options, Function<EmulatorOptions, RunningEmulator> launcher)
      throws InterruptedException {
    try (var emulator = launcher.apply(options)) {
      announce(options, emulator.ready());
      stop.awaitAsked();
      return ExitCode.OK;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      err.println("Error: " + e.getMessage());
      if (e.getCause() instanceof BindException) {
        err.println("Try another port: --http-port, --https-port, --dns-port (0 takes a free one)");
      }
      return ExitCode.NOT_STARTED;
    } finally {
      stop.stopped();
    }
  }

  private void announce(EmulatorOptions options, ReadyFile ready) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    // Two emulators may share the folder, though never a port.
    String curlFile = "curl-%d.conf".formatted(ready.http().getPort());
    var banner = new Banner(ready, options.data().orElse(folder).resolve(curlFile), here);
    banner.writeCurlFile();
    out.print(banner.text());
    out.flush();
    if (options.readyFile().isPresent()) {
      ready.write(options.readyFile().get());
    }
  }
}
