package io.github.dyn53.emulator;

import java.nio.file.Path;
import java.util.List;

/** Starts {@code dyn53-local}. */
final class EmulatorMain {

  private EmulatorMain() {}

  /** Runs until it is stopped; the exit codes are those of {@link ExitCode}. */
  public static void main(String[] arguments) throws InterruptedException {
    var stop = new StopSignal();
    stop.followProcess();
    var folder = Path.of(System.getProperty("dyn53.folder", ".dyn53"));
    var command = new EmulatorCommand(System.out, System.err, stop, folder);
    ExitCode code =
        command.run(
            List.of(arguments),
            options -> Emulator.start(options, options.data().orElse(folder), System.out::println));
    System.exit(code.number());
  }
}
