package io.github.dyn53.cli.service;

import io.github.dyn53.cli.process.ShellWords;
import java.util.List;
import java.util.Optional;

/** The ways to let a system run the companion. */
public enum ServiceKind {
  SYSTEMD("systemd", "a systemd service for the whole machine, hardened, with a user of its own"),
  SYSTEMD_USER("systemd-user", "a systemd service of your own user"),
  SYSTEMD_TIMER("systemd-timer", "a systemd timer that runs update every five minutes"),
  CRON("cron", "a line in your crontab that runs update every five minutes"),
  LAUNCHD("launchd", "a launchd agent, on macOS"),
  WINDOWS_TASK("windows-task", "a scheduled task, on Windows");

  private final String text;
  private final String meaning;

  ServiceKind(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  /** As the command line spells it. */
  public String text() {
    return text;
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }

  /** A command as a person could type it where there is this kind of service. */
  public String line(List<String> command) {
    return this == WINDOWS_TASK ? Template.windowsWords(command) : ShellWords.of(command);
  }

  /** Reads what {@link #text} gives. */
  public static Optional<ServiceKind> parse(String text) {
    for (ServiceKind kind : values()) {
      if (kind.text.equals(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * What suits a system.
   *
   * @param system as the system property {@code os.name} says it
   * @param hasSystemd whether systemd runs here
   * @param isRoot whether the whole machine may be changed
   */
  public static ServiceKind suitable(String system, boolean hasSystemd, boolean isRoot) {
    if (system.startsWith("Windows")) {
      return WINDOWS_TASK;
    }
    if (system.startsWith("Mac")) {
      return LAUNCHD;
    }
    if (!hasSystemd) {
      return CRON;
    }
    return isRoot ? SYSTEMD : SYSTEMD_USER;
  }
}
