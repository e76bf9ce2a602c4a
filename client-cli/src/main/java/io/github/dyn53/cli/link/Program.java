package io.github.dyn53.cli.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program for the text it prints. */
public final class Program {

  private static final int LONGEST = 64 * 1024;

  private Program() {}

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * It ran to its end.
   *
   * @param output what it printed, its first 64 KiB
   */
  public record Ended(int exitCode, String output) implements Outcome {}

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
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return awaited(process, timeout);
    } catch (IOException e) {
      return new NotRun(String.valueOf(e.getMessage()));
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
        return new Ended(process.exitValue(), output.text());
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

    private String text() {
      return new String(beginning, StandardCharsets.UTF_8);
    }
  }
}
