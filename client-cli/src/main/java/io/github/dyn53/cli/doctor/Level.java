package io.github.dyn53.cli.doctor;

/** How good what was found is. */
public enum Level {
  OK("ok"),
  WARN("warn"),
  FAIL("FAIL"),
  /** Not looked at, or of no consequence. */
  SKIPPED("-");

  private final String mark;

  Level(String mark) {
    this.mark = mark;
  }

  /** What stands before a line. */
  String mark() {
    return mark;
  }
}
