package io.github.dyn53.cli.link;

import io.github.dyn53.cli.process.OwnSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's own word on changes, by {@code ip monitor}: it sleeps until there is one.
 *
 * <p>A shell stands between and waits for its input to end, which it does however this process
 * ends; then it ends {@code ip}, which would find out only when it next has something to say.
 */
final class IpMonitor implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip");

  private static final String SCRIPT =
      "\"$0\" monitor link address route & p=$!; exec >/dev/null 2>&1; read x; kill $p; wait";

  /** One change comes as several lines. */
  private static final long SETTLING_MILLIS = 50;

  private final List<String> command;
  private @Nullable Process process;
  private boolean closed;

  IpMonitor(List<String> command) {
    this.command = command;
  }

  /** Nothing where there is no {@code ip}. */
  static Optional<IpMonitor> ofSystem() {
    for (String place : PLACES) {
      if (Files.isExecutable(Path.of(place)) && Files.isExecutable(Path.of("/bin/sh"))) {
        return Optional.of(new IpMonitor(List.of("/bin/sh", "-c", SCRIPT, place)));
      }
    }
    return Optional.empty();
  }

  /** Calls {@code changed} for each burst of changes until closed, or until the program ends. */
  void run(Runnable changed) {
    try {
      Process started = started();
      if (started != null) {
        listen(started.getInputStream(), changed);
      }
    } catch (IOException e) {
      // Not to be had, such as BusyBox's ip: comparing has to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private static void listen(InputStream in, Runnable changed)
      throws IOException, InterruptedException {
    var lines = new byte[4096];
    while (in.read(lines) >= 0) {
      Thread.sleep(SETTLING_MILLIS);
      while (in.available() > 0 && in.read(lines) > 0) {
        // The same change.
      }
      changed.run();
    }
  }

  private synchronized @Nullable Process started() throws IOException {
    if (closed) {
      return null;
    }
    Process started =
        OwnSecrets.withheldFrom(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process = started;
    return started;
  }

  synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (process != null) {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        process.destroy();
      }
    }
  }
}
