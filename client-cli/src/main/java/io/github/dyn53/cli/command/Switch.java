package io.github.dyn53.cli.command;

/** A flag without a value. */
public enum Switch {
  JSON("--json"),
  QUIET("--quiet"),
  VERBOSE("--verbose"),
  FORCE("--force"),
  DETAILED_EXIT("--detailed-exit");

  private final String flag;

  Switch(String flag) {
    this.flag = flag;
  }

  /** As the command line spells it. */
  public String flag() {
    return flag;
  }
}
