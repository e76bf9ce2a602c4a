package io.github.dyn53.emulator.lambda.process;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.lambda.Sandbox;
import io.github.dyn53.emulator.lambda.process.ExecutionEnvironment.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The processes of one function: as many as there are events at a time, up to a limit, and then
 * events wait for each other. A process that is idle is used again, the warmest first; one that has
 * ended is replaced when it is needed.
 */
public final class ProcessSandbox implements Sandbox, AutoCloseable {

  private final FunctionProcess function;
  private final Callers callers;
  private final Consumer<String> log;
  private final Semaphore places;
  private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
  private final Set<ExecutionEnvironment> all = new HashSet<>();
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param limit how many processes there may be at a time
   * @param callers is told of each process for as long as it is there
   * @param log takes each line that one of them prints, with the function's name in front
   */
  public ProcessSandbox(
      FunctionProcess function, int limit, Callers callers, Consumer<String> log) {
    this.function = function;
    this.callers = callers;
    this.log = log;
    this.places = new Semaphore(limit, true);
  }

  @Override
  public Invocation run(LambdaFunction called, String requestId, byte[] payload) {
    var event =
        new RuntimeEvent(
            requestId, called.arn(), called.timeout(), new String(payload, StandardCharsets.UTF_8));
    places.acquireUninterruptibly();
    try {
      return run(event);
    } finally {
      places.release();
    }
  }

  private Invocation run(RuntimeEvent event) {
    Optional<ExecutionEnvironment> used = takeIdle();
    while (used.isPresent()) {
      Outcome outcome = run(used.get(), event);
      if (outcome.taken()) {
        return outcome.invocation();
      }
      // It ended before it saw the event, which another process may have then.
      used = takeIdle();
    }
    Outcome outcome = run(startNew(), event);
    // Lambda, too, starts a function a second time where the first start came to nothing.
    return (outcome.taken() ? outcome : run(startNew(), event)).invocation();
  }

  private Outcome run(ExecutionEnvironment environment, RuntimeEvent event) {
    try {
      return environment.run(event);
    } finally {
      giveBack(environment);
    }
  }

  private Optional<ExecutionEnvironment> takeIdle() {
    while (true) {
      Optional<ExecutionEnvironment> next = poll();
      if (next.isEmpty() || next.get().isUsable()) {
        return next;
      }
      giveBack(next.get());
    }
  }

  private synchronized Optional<ExecutionEnvironment> poll() {
    return Optional.ofNullable(idle.poll());
  }

  private synchronized ExecutionEnvironment startNew() {
    if (closed) {
      throw new IllegalStateException(function.name() + " is closed");
    }
    var environment = ExecutionEnvironment.start(function, callers, log);
    all.add(environment);
    return environment;
  }

  private void giveBack(ExecutionEnvironment environment) {
    if (!keep(environment)) {
      environment.close();
    }
  }

  private synchronized boolean keep(ExecutionEnvironment environment) {
    boolean kept = !closed && environment.isUsable();
    if (kept) {
      idle.push(environment);
    } else {
      all.remove(environment);
    }
    return kept;
  }

  /** Ends all processes, whatever they do. */
  @Override
  public synchronized void close() {
    closed = true;
    all.forEach(ExecutionEnvironment::kill);
    all.forEach(ExecutionEnvironment::close);
    all.clear();
    idle.clear();
  }
}
