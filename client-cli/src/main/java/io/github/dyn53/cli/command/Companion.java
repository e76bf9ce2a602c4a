package io.github.dyn53.cli.command;

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
}
