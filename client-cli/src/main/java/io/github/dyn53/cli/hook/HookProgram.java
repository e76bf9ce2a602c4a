package io.github.dyn53.cli.hook;

import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.process.NotStarted;
import io.github.dyn53.cli.process.Program;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a program and passes the event in its environment. What it prints goes to the log, a few KB
 * of it; after the time-out it is killed.
 */
public final class HookProgram {

  private static final int MOST_OUTPUT = 4096;

  private final Duration timeout;
  private final Log log;

  /** Runs programs no longer than this. */
  public HookProgram(Duration timeout, Log log) {
    this.timeout = timeout;
    this.log = log;
  }

  /** No switch over types: Java links one at run time, which costs a one-shot. */
  void run(List<String> command, Event event) {
    String name = command.get(0);
    Program.Outcome outcome = Program.overhear(command, variables(event), timeout);
    if (outcome instanceof Program.Ended ended) {
      if (ended.exitCode() != 0) {
        log.warn(name + " ended with exit code " + ended.exitCode());
      }
      tell(name, ended.output(), ended.exitCode() != 0);
    } else if (outcome instanceof Program.TooSlow slow) {
      log.warn(name + " did not end within " + timeout.toSeconds() + " s and was killed");
      tell(name, slow.output(), true);
    } else {
      log.warn(name + NotStarted.reason(((Program.NotRun) outcome).cause()));
    }
  }

  /** What one says that failed is the reason, mostly: a run that prints little prints it. */
  private void tell(String name, String output, boolean failed) {
    String text = clean(output).strip();
    String line = name + " says: " + text;
    if (failed && !text.isEmpty()) {
      log.warn(line);
    } else if (!text.isEmpty()) {
      log.tell(line);
    }
  }

  private static String clean(String output) {
    var clean = new StringBuilder();
    int length = Math.min(output.length(), MOST_OUTPUT);
    for (int i = 0; i < length; i++) {
      char c = output.charAt(i);
      clean.append(c == '\n' || !Character.isISOControl(c) ? c : '?');
    }
    return clean.toString();
  }

  private static Map<String, String> variables(Event event) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DYN53_EVENT", event.kind().word());
    variables.put("DYN53_HOST", event.host().value());
    variables.put("DYN53_IPV4", text(event.now(), Family.IPV4));
    variables.put("DYN53_IPV6", text(event.now(), Family.IPV6));
    variables.put("DYN53_OLD_IPV4", text(event.before(), Family.IPV4));
    variables.put("DYN53_OLD_IPV6", text(event.before(), Family.IPV6));
    variables.put("DYN53_REASON", event.reason());
    return variables;
  }

  private static String text(Addresses addresses, Family family) {
    Optional<IpAddress> address = addresses.of(family);
    return address.isPresent() ? address.get().text() : "";
  }
}
