package io.github.dyn53.emulator.lambda.process;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.lambda.Invocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** One process of a function and the Runtime API that it gets its events from. */
final class ExecutionEnvironment implements AutoCloseable {

  /** Lambda gives 10 s; here several JVMs may start at once on few processors. */
  private static final Duration INITIALISATION = Duration.ofSeconds(20);

  private static final int KILLED = 128 + 9;
  private static final long PATIENCE_SECONDS = 5;

  private final RuntimeApi api;
  private final Process process;
  private final Runnable onClose;
  private volatile boolean killed;

  private ExecutionEnvironment(RuntimeApi api, Process process, Runnable onClose) {
    this.api = api;
    this.process = process;
    this.onClose = onClose;
  }

  /**
   * What an invocation came to.
   *
   * @param taken whether the process had the event; if not, another process can have it
   */
  record Outcome(Invocation invocation, boolean taken) {}

  /**
   * Starts the process.
   *
   * @param callers is told of the process for as long as it is there
   * @param log takes each line that it prints
   * @throws UncheckedIOException if it can't be started
   */
  static ExecutionEnvironment start(
      FunctionProcess function, Callers callers, Consumer<String> log) {
    var api = new RuntimeApi(() -> {});
    try {
      String key = Callers.drawKey();
      Process process = function.start(api.address(), key);
      callers.add(key, function.name(), process::destroyForcibly);
      Thread.ofPlatform()
          .daemon()
          .name("watch-" + function.name())
          .start(() -> watch(process, api, line -> log.accept(function.name() + ": " + line)));
      return new ExecutionEnvironment(api, process, () -> callers.remove(key));
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("could not start " + function.name(), e);
    }
  }

  /** Passes on what the process prints, and says when it has ended. */
  private static void watch(Process process, RuntimeApi api, Consumer<String> log) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(log);
      api.fail(exit(process.waitFor()));
    } catch (IOException | UncheckedIOException e) {
      log.accept("no more output: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Function<String, Invocation.Failed> exit(int value) {
    String reason = value == KILLED ? "signal: killed" : "exit status " + value;
    return requestId ->
        new Invocation.Failed(
            "Runtime.ExitError",
            "RequestId: %s Error: Runtime exited with error: %s".formatted(requestId, reason));
  }

  /** Hands an event over and waits for what comes of it; a process that is late is ended. */
  Outcome run(RuntimeEvent event) {
    Delivery delivery = api.deliver(event);
    try {
      delivery.awaitTaken(INITIALISATION);
      return new Outcome(delivery.awaitReply(event.timeout()).invocation(), delivery.isTaken());
    } catch (TimeoutException e) {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
    return new Outcome(Invocation.Failed.timedOut(event.requestId(), event.timeout()), true);
  }

  /** Whether it can have another event. */
  boolean isUsable() {
    return !killed && process.isAlive();
  }

  /** Ends the process at once, and waits for nothing. */
  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() {
    kill();
    try {
      boolean unused = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      onClose.run();
      api.close();
    }
  }
}
