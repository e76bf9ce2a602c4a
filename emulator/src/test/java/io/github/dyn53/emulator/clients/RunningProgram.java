package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that has been started; closing it ends it together with what it started. */
public final class RunningProgram implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Process process;
  private final Path printed;

  RunningProgram(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /** Waits until it ends by itself; one minute is long enough for every router's client. */
  Ended awaitEnd() {
    return awaitEnd(LONGEST);
  }

  /** Waits until it ends by itself. */
  public Ended awaitEnd(Duration longest) {
    if (!endsWithin(longest)) {
      throw new AssertionError("still running after %s: %s".formatted(longest, output()));
    }
    return new Ended(process.exitValue(), output());
  }

  /** Waits until it ends by itself, or has printed this text: then it is asked to end. */
  Ended awaitEndUnlessPrinted(String text) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!endsWithin(LOOK_AGAIN) && System.nanoTime() < deadline) {
      if (output().contains(text)) {
        process.destroy();
        break;
      }
    }
    return awaitEnd();
  }

  /** Waits until it has printed this text as often as this. */
  public void awaitOutput(String text, int times) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (output().split(text, -1).length <= times) {
      if (endsWithin(LOOK_AGAIN) || System.nanoTime() > deadline) {
        throw new AssertionError("\"%s\" was not printed: %s".formatted(text, output()));
      }
    }
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The number that signals go to. */
  long pid() {
    return process.pid();
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(printed);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to read " + printed, e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    endsWithin(LONGEST);
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while a program was running", e);
    }
  }
}
