package io.github.dyn53.emulator;

import java.nio.file.Path;
import java.util.List;

/** Where {@code ./dyn53-local} begins. */
final class EmulatorMain {

  private EmulatorMain() {}

  /** Runs the command and exits with its code; a signal's own code wins over it. */
  public static void main(String[] arguments) throws InterruptedException {
    var stop = new StopSignal();
    stop.followProcess();
    Path folder = Path.of(System.getProperty("dyn53.folder", ".dyn53"));
    var command = new EmulatorCommand(System.out, System.err, stop, folder);
    ExitCode code = command.run(List.of(arguments), options -> Emulator.start(options, folder));
    System.exit(code.number());
  }
}
