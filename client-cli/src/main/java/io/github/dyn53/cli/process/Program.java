package io.github.dyn53.cli.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program for what it prints. */
public final class Program {

  private static final int LONGEST = 128 * 1024;

  private static final byte[] NO_INPUT = {};

  private Program() {}

  /** What became of it. */
  public sealed interface Outcome {}

  /** It ran to its end; children that it left may go on. */
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
      return text(printed);
    }
  }

  /** It could not be started. */
  public record NotRun(IOException cause) implements Outcome {

    /** As Java puts it. */
    public String reason() {
      return String.valueOf(cause.getMessage());
    }
  }

  /**
   * It did not end in time and was killed, with its children and theirs. What had parted from them,
   * as a daemon does, goes on.
   *
   * @param output what it had printed until then
   */
  public record TooSlow(String output) implements Outcome {}

  /**
   * Runs a program without input, its complaints thrown away.
   *
   * @param timeout after which it is killed
   */
  public static Outcome run(List<String> command, Duration timeout) {
    return run(command, NO_INPUT, timeout);
  }

  /**
   * Runs a program, its complaints thrown away.
   *
   * @param input what it may read; short enough for a pipe to hold, as nobody waits until it has
   * @param timeout after which it is killed
   */
  public static Outcome run(List<String> command, byte[] input, Duration timeout) {
    return run(
        OwnSecrets.withheldFrom(command).redirectError(ProcessBuilder.Redirect.DISCARD),
        input,
        timeout);
  }

  /**
   * Runs a program without input, its complaints among what it prints.
   *
   * @param variables what its environment holds besides ours
   * @param timeout after which it is killed
   */
  public static Outcome overhear(
      List<String> command, Map<String, String> variables, Duration timeout) {
    ProcessBuilder builder = OwnSecrets.withheldFrom(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return run(builder, NO_INPUT, timeout);
  }

  private static Outcome run(ProcessBuilder builder, byte[] input, Duration timeout) {
    try {
      Process process = builder.start();
      var output = new Output(process.getInputStream());
      output.start();
      give(process, input);
      return awaited(process, timeout)
          ? new Ended(process.exitValue(), output.soFar())
          : new TooSlow(text(output.soFar()));
    } catch (IOException e) {
      return new NotRun(e);
    }
  }

  private static void give(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // It has ended without reading; how it ended says more.
    }
  }

  private static boolean awaited(Process process, Duration timeout) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill(process);
    return false;
  }

  private static void kill(Process process) {
    // The parent first, so that it can neither tell of its children's end nor start others.
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle child : children) {
      child.destroyForcibly();
    }
  }

  private static String text(byte[] printed) {
    return new String(printed, StandardCharsets.UTF_8);
  }

  /**
   * Reads to the end, so that whoever prints never waits for us, and keeps the beginning. The end
   * may be that of a child which outlives the program.
   */
  private static final class Output extends Thread {

    private static final long REST_MILLIS = 1_000;

    private final InputStream in;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

    private Output(InputStream in) {
      super(null, null, "output", 128 * 1024);
      this.in = in;
      setDaemon(true);
    }

    @Override
    public void run() {
      var part = new byte[8192];
      // Java closes the pipe of a program that ended unless somebody holds the stream. A child
      // would lose its last words, and its life if it went on.
      synchronized (in) {
        try {
          for (int read = in.read(part); read >= 0; read = in.read(part)) {
            beginning.write(part, 0, Math.min(read, LONGEST - beginning.size()));
          }
        } catch (IOException e) {
          // It was stopped.
        }
      }
    }

    /** A child may hold the pipe open; then what came so far is enough. */
    private byte[] soFar() {
      try {
        join(REST_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return beginning.toByteArray();
    }
  }
}
