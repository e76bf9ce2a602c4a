package io.github.dyn53.cli.command;

import io.github.dyn53.cli.setup.Wishes;
import java.util.OptionalInt;

/** Port: what the commands make happen. Each prints what a person is to read. */
public interface Companion {

  /** One look, and a request where there is reason. */
  ExitCode update(Options options);

  /** Stays and looks until the process is told to end. */
  ExitCode watch(Options options);

  /** Prints what each source says. */
  ExitCode address(Options options);

  /** Prints what is remembered. */
  ExitCode status(Options options);

  /**
   * Looks for what keeps the hosts from being reached, and prints it.
   *
   * @param port to be tried from outside, if any
   */
  ExitCode doctor(Options options, OptionalInt port);

  /**
   * Writes a configuration.
   *
   * @param tries whether it is tried at once
   * @param json whether programs are to be told what came of it
   */
  ExitCode setup(Wishes wishes, boolean tries, boolean json);
}
