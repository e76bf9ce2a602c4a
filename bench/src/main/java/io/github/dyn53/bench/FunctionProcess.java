package io.github.dyn53.bench;

import io.github.dyn53.emulator.lambda.process.Delivery.Reply;
import io.github.dyn53.emulator.lambda.process.RuntimeApi;
import io.github.dyn53.emulator.lambda.process.RuntimeEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A handler that runs in a process of its own, behind a Runtime API of its own. */
final class FunctionProcess implements AutoCloseable {

  private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:bench";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Linux counts processor time in these (USER_HZ), whatever the kernel itself uses. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int FIELD_USER_TIME = 11;
  private static final int FIELD_SYSTEM_TIME = 12;

  private final RuntimeApi api;
  private final Process process;
  private final long started;

  private FunctionProcess(RuntimeApi api, Process process, long started) {
    this.api = api;
    this.process = process;
    this.started = started;
  }

  /**
   * Starts a handler.
   *
   * @param restore what happens between snapshot and restore; only used under SnapStart
   */
  static FunctionProcess start(
      Contestant contestant, Map<String, String> environment, File log, Runnable restore)
      throws IOException {
    var api = new RuntimeApi(restore);
    var builder =
        new ProcessBuilder(contestant.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder
        .environment()
        .computeIfPresent(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", (name, path) -> "http://" + api.address() + path);
    long started = System.nanoTime();
    return new FunctionProcess(api, builder.start(), started);
  }

  /**
   * Hands over an event and waits for the reply.
   *
   * @throws IOException when the handler fails or does not answer
   */
  Reply invoke(String event) throws IOException {
    try {
      return api.deliver(new RuntimeEvent("bench", ARN, PATIENCE, event)).awaitReply(PATIENCE);
    } catch (TimeoutException e) {
      throw new IOException("no reply", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a handler works", e);
    }
  }

  /** How long after the start of the process that reply came. */
  Duration sinceStart(Reply reply) {
    return Duration.ofNanos(reply.at() - started);
  }

  /** The processor time that the process has used so far, to 10 ms. */
  Duration processorTime() throws IOException {
    String stat = Files.readString(proc("stat"));
    // The second field is the program's name in parentheses and may hold spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[FIELD_USER_TIME]) + Long.parseLong(fields[FIELD_SYSTEM_TIME]);
    return TICK.multipliedBy(ticks);
  }

  /** The most memory the process has had so far, in kilobytes. */
  long peakMemory() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IOException("no VmHWM of process " + process.pid()));
  }

  /** How many classes a JVM has loaded. */
  long loadedClasses() throws IOException {
    String jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
    String table = Command.output(jstat, "-class", Long.toString(process.pid()));
    return Long.parseLong(
        table.lines().skip(1).findFirst().orElseThrow().strip().split(" +", -1)[0]);
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  /** Asks the process to end and waits until it has. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a handler ends", e);
    } finally {
      api.close();
    }
  }
}
