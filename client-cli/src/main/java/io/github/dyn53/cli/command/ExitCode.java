package io.github.dyn53.cli.command;

/** What scripts learn from the companion. */
public enum ExitCode {
  OK(0, "all is as it should be: updated, or nothing to do"),
  UNCHANGED(1, "nothing to do (only with update --detailed-exit)"),
  USAGE(2, "the command line is wrong"),
  CONFIGURATION(3, "the configuration is wrong, or the state folder can't be used"),
  REFUSED(4, "the endpoint refuses: token, host name or address"),
  ENDPOINT(5, "the endpoint can't be reached or is in trouble"),
  NO_ADDRESS(6, "no address was found that the world can reach"),
  ANOTHER_INSTANCE(7, "another dyn53 works with this state folder"),
  BUG(70, "a mistake in dyn53 itself");

  private final int value;
  private final String meaning;

  ExitCode(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** The number the shell sees. */
  public int value() {
    return value;
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }
}
