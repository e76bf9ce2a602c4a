package io.github.dyn53.cli.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program for what it prints. */
public final class Program {

  private static final int LONGEST = 128 * 1024;

  private Program() {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** It ran to its end. */
  public static final class Ended implements Outcome {

    private final int exitCode;
    private final byte[] printed;

    private Ended(int exitCode, byte[] printed) {
      this.exitCode = exitCode;
      this.printed = printed;
    }

    /** Zero where all went well, as a rule. */
    public int exitCode() {
      return exitCode;
    }

    /** What it printed, the first 128 KiB. */
    public InputStream stream() {
      return new ByteArrayInputStream(printed);
    }

    /** The same, as UTF-8. */
    public String output() {
      return new String(printed, StandardCharsets.UTF_8);
    }
  }

  /** It could not be started. */
  public record NotRun(String reason) implements Outcome {}

  /** It was stopped, with all it had started. */
  public record TooSlow() implements Outcome {}

  /**
   * Runs a program without input, its complaints thrown away.
   *
   * @param timeout after which it is killed
   */
  public static Outcome run(List<String> command, Duration timeout) {
    return run(command, new byte[0], timeout);
  }

  /**
   * Runs a program, its complaints thrown away.
   *
   * @param input what it may read; short enough for a pipe to hold, as nobody waits until it has
   * @param timeout after which it is killed
   */
  public static Outcome run(List<String> command, byte[] input, Duration timeout) {
    try {
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      OwnSecrets.removeFrom(builder.environment());
      Process process = builder.start();
      give(process, input);
      return awaited(process, timeout);
    } catch (IOException e) {
      return new NotRun(String.valueOf(e.getMessage()));
    }
  }

  private static void give(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It has ended without reading; how it ended says more.
    }
  }

  private static Outcome awaited(Process process, Duration timeout) throws IOException {
    var output = new Output(process.getInputStream());
    var reading = new Thread(output, "output");
    reading.setDaemon(true);
    reading.start();
    try {
      // The output's end is awaited as well: a child of the program may hold it open.
      reading.join(timeout);
      if (!reading.isAlive() && process.waitFor(1, TimeUnit.SECONDS)) {
        return new Ended(process.exitValue(), output.beginning);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.getInputStream().close();
    return new TooSlow();
  }

  /** Reads to the end, so that the program never waits for us, and keeps the beginning. */
  private static final class Output implements Runnable {

    private final InputStream in;
    private byte[] beginning = new byte[0];

    private Output(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      try {
        beginning = in.readNBytes(LONGEST);
        var rest = new byte[8192];
        while (in.read(rest) >= 0) {
          // More than anyone asked for.
        }
      } catch (IOException e) {
        // It was stopped.
      }
    }
  }
}
