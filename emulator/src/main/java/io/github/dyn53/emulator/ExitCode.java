package io.github.dyn53.emulator;

/** What {@code dyn53-local} tells the shell. */
enum ExitCode {
  /** Ran and was stopped, or printed its help. */
  OK(0),
  /** Not started: a port is taken, or a file can't be read or written. */
  NOT_STARTED(1),
  /** Not started: the command line is wrong. */
  WRONG_COMMAND_LINE(2);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the process exits with. */
  int number() {
    return number;
  }
}
