package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.process.Program;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Has a process of its own make each exchange over TLS: one that stays would keep, for the few
 * exchanges of a day, some ten megabytes of classes, certificates and native code. The request goes
 * over a pipe; a command line can be read by everybody.
 *
 * <p>What needs no TLS is exchanged in this process, and so is what no helper can be had for: but
 * no POST that a helper may have sent before it died, or a webhook would be told twice.
 */
public final class ExchangeProcess implements HttpClient {

  /** What a helper may take to start and to end on a slow machine. */
  private static final Duration START = Duration.ofSeconds(10);

  private final List<String> command;
  private final Trust trust;
  private final HttpClient here;
  private final Consumer<String> remarks;
  private final Duration start;
  private final AtomicBoolean remarked = new AtomicBoolean();

  /**
   * Starts helpers whenever it is asked.
   *
   * @param command what starts {@link ExchangeHelper#help} on its standard input and output
   * @param trust whose certificates the helper believes
   * @param here what exchanges in this process
   * @param remarks is told, once, that there is no helper to be had, and why
   */
  public ExchangeProcess(
      List<String> command, Trust trust, HttpClient here, Consumer<String> remarks) {
    this(command, trust, here, remarks, START);
  }

  ExchangeProcess(
      List<String> command,
      Trust trust,
      HttpClient here,
      Consumer<String> remarks,
      Duration start) {
    this.command = List.copyOf(command);
    this.trust = trust;
    this.here = here;
    this.remarks = remarks;
    this.start = start;
  }

  @Override
  public HttpReply exchange(HttpRequest request) {
    Origin origin = Origin.of(request);
    // Where helpers die, each POST would be lost that is left to one.
    boolean trusted = isRepeatable(request) || !remarked.get();
    if (!origin.tls() || !trusted) {
      return here.exchange(request);
    }
    byte[] asked = ExchangeForm.of(new ExchangeForm.Asked(request, trust));
    Program.Outcome outcome = Program.run(command, asked, request.timeout().plus(start));
    // No switch over types: Java links one at run time, and keeps what it took.
    if (outcome instanceof Program.TooSlow) {
      throw new UnreachableException(Reason.TIMEOUT, "no whole reply from " + origin + " in time");
    }
    return outcome instanceof Program.Ended ended
        ? answer(ended, request, origin)
        : alone(request, ((Program.NotRun) outcome).reason());
  }

  /** A helper of another version understands nothing; one that was killed says nothing. */
  private HttpReply answer(Program.Ended ended, HttpRequest request, Origin origin) {
    try (InputStream in = ended.stream()) {
      return ExchangeForm.reply(in);
    } catch (IOException e) {
      String reason = "it ended with " + ended.exitCode() + " and no reply";
      if (isRepeatable(request) || ended.exitCode() == ExchangeHelper.NOT_UNDERSTOOD) {
        return alone(request, reason);
      }
      remark(reason);
      throw new UnreachableException(
          Reason.PROTOCOL,
          "the helper that was to ask %s ended with %d and no reply; it may have asked"
              .formatted(origin, ended.exitCode()));
    }
  }

  /** Whether to ask twice does no harm. Updates are of this kind, so that none is lost. */
  private static boolean isRepeatable(HttpRequest request) {
    return request.method().equals("GET");
  }

  private HttpReply alone(HttpRequest request, String reason) {
    remark(reason);
    return here.exchange(request);
  }

  private void remark(String reason) {
    if (remarked.compareAndSet(false, true)) {
      remarks.accept(
          "asks by itself from now on, which takes memory: " + command.get(0) + ": " + reason);
    }
  }
}
