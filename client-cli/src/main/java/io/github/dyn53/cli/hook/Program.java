package io.github.dyn53.cli.hook;

import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.process.NotStarted;
import io.github.dyn53.cli.process.OwnSecrets;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program and passes the event in its environment. What it prints goes to the log, a few KB
 * of it; after the time-out it is killed with all it started, as far as they still are its
 * children.
 */
public final class Program {

  private static final int MOST_OUTPUT = 4096;

  private final Duration timeout;
  private final Log log;

  /** Runs programs no longer than this. */
  public Program(Duration timeout, Log log) {
    this.timeout = timeout;
    this.log = log;
  }

  void run(List<String> command, Event event) {
    String name = command.get(0);
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectInput(ProcessBuilder.Redirect.from(new File(nothing())));
      describe(event, builder.environment());
      Process process = builder.start();
      var output = new Output(process.getInputStream());
      output.start();
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
        log.warn(name + " did not end within " + timeout.toSeconds() + " s and was killed");
      } else if (process.exitValue() != 0) {
        log.warn(name + " ended with exit code " + process.exitValue());
      }
      tell(name, output);
    } catch (IOException e) {
      log.warn(name + NotStarted.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String nothing() {
    return File.separatorChar == '\\' ? "NUL" : "/dev/null";
  }

  private static void kill(Process process) {
    // The parent first, so that it can neither tell of its children's end nor start others.
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private void tell(String name, Output output) throws InterruptedException {
    // A grandchild may hold the pipe open; then what came so far is enough.
    output.join(TimeUnit.SECONDS.toMillis(1));
    String text = output.text();
    if (!text.isEmpty()) {
      log.tell(name + " says: " + text);
    }
  }

  private static void describe(Event event, Map<String, String> environment) {
    OwnSecrets.removeFrom(environment);
    environment.put("DYN53_EVENT", event.kind().word());
    environment.put("DYN53_HOST", event.host().value());
    environment.put("DYN53_IPV4", text(event.now(), Family.IPV4));
    environment.put("DYN53_IPV6", text(event.now(), Family.IPV6));
    environment.put("DYN53_OLD_IPV4", text(event.before(), Family.IPV4));
    environment.put("DYN53_OLD_IPV6", text(event.before(), Family.IPV6));
    environment.put("DYN53_REASON", event.reason());
  }

  private static String text(Addresses addresses, Family family) {
    Optional<IpAddress> address = addresses.of(family);
    return address.isPresent() ? address.get().text() : "";
  }

  /** Reads all that a program prints, so that it never waits for us, and keeps the beginning. */
  private static final class Output extends Thread {

    private final InputStream stream;
    private final StringBuilder kept = new StringBuilder();

    Output(InputStream stream) {
      super("hook-output");
      this.stream = stream;
      setDaemon(true);
    }

    @Override
    public void run() {
      var buffer = new byte[1024];
      try {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          keep(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        // The program was killed.
      }
    }

    private synchronized void keep(String text) {
      int room = MOST_OUTPUT - kept.length();
      kept.append(text, 0, Math.min(Math.max(0, room), text.length()));
    }

    synchronized String text() {
      var clean = new StringBuilder();
      for (int i = 0; i < kept.length(); i++) {
        char c = kept.charAt(i);
        clean.append(c == '\n' || !Character.isISOControl(c) ? c : '?');
      }
      return clean.toString().strip();
    }
  }
}
