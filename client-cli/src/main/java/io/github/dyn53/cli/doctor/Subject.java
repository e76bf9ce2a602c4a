package io.github.dyn53.cli.doctor;

/** What is looked at, in the order of looking: what comes later often follows from what failed. */
public enum Subject {
  CONFIGURATION("Configuration"),
  STATE("State"),
  ENDPOINT("Endpoint"),
  CLOCK("Clock"),
  CREDENTIAL("Token and hosts"),
  ADDRESS("Addresses"),
  NAT("Way in from outside"),
  DNS("Name servers"),
  PORT("Port");

  private final String title;

  Subject(String title) {
    this.title = title;
  }

  /** What stands above the findings. */
  String title() {
    return title;
  }

  FindingLine ok(String about, String seen) {
    return new FindingLine(this, about, Level.OK, seen, "", "");
  }

  FindingLine skipped(String about, String seen) {
    return new FindingLine(this, about, Level.SKIPPED, seen, "", "");
  }

  FindingLine warn(String about, String seen, String meaning, String remedy) {
    return new FindingLine(this, about, Level.WARN, seen, meaning, remedy);
  }

  FindingLine fail(String about, String seen, String meaning, String remedy) {
    return new FindingLine(this, about, Level.FAIL, seen, meaning, remedy);
  }
}
