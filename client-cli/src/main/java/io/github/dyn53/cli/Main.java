package io.github.dyn53.cli;

import io.github.dyn53.cli.command.Commands;
import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import io.github.dyn53.cli.http.ExchangeHelper;
import io.github.dyn53.cli.state.StateUnusableException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where {@code dyn53} begins. */
public final class Main {

  private Main() {}

  /** Does what the arguments say and ends the process with an {@link ExitCode}. */
  public static void main(String[] arguments) {
    int code = run(arguments, System.getenv(), System.out, System.err);
    System.out.flush();
    System.err.flush();
    // Not System.exit: it makes a logger first, in case somebody wants exits logged, which takes
    // milliseconds. There is no hook to be run, and what is remembered is on the disk.
    Runtime.getRuntime().halt(code);
  }

  /** What it comes to, as the shell sees it. */
  @SuppressWarnings("CatchingUnchecked") // the outermost line: a bug gets a message and a code
  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.length == 1 && arguments[0].equals("exchange")) {
      return exchange(out, err);
    }
    try {
      var companion = new Dyn53(environment, out, err);
      Optional<ExitCode> fast = fast(arguments, companion);
      return fast.isPresent() ? fast.get().value() : typed(arguments, companion, out, err);
    } catch (InvalidConfigurationException | StateUnusableException e) {
      return misconfigured(arguments, String.valueOf(e.getMessage()), out, err);
    } catch (InvalidPathException e) {
      String text =
          "\""
              + e.getInput()
              + "\" is no path here; for letters beyond ASCII, the locale"
              + " has to be one of UTF-8, such as LC_ALL=C.UTF-8";
      return misconfigured(arguments, text, out, err);
    } catch (RuntimeException | Error e) {
      err.println("dyn53: this is a mistake in dyn53 " + Version.text() + "; please report it:");
      e.printStackTrace(err);
      return ExitCode.BUG.value();
    }
  }

  private static int misconfigured(
      String[] arguments, String text, PrintStream out, PrintStream err) {
    new Complaint(out, err, List.of(arguments).contains(Switch.JSON.flag())).tell(text);
    return ExitCode.CONFIGURATION.value();
  }

  /** For a watch alone, which starts this; so it is in no help. */
  private static int exchange(PrintStream out, PrintStream err) {
    try {
      ExchangeHelper.help(System.in, out);
      return ExitCode.OK.value();
    } catch (IOException e) {
      err.println("dyn53: exchange is for dyn53 watch, which asks in a form of its own");
      return ExitCode.USAGE.value();
    }
  }

  private static Optional<ExitCode> fast(String[] arguments, Dyn53 companion) {
    boolean update = arguments.length > 0 && arguments[0].equals("update");
    boolean watch = arguments.length > 0 && arguments[0].equals("watch");
    if (!update && !watch) {
      return Optional.empty();
    }
    Optional<Options> options = FastPath.parse(arguments);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    if (update) {
      return Optional.of(companion.update(options.get()));
    }
    boolean odd = options.get().has(Switch.FORCE) || options.get().has(Switch.DETAILED_EXIT);
    return odd ? Optional.empty() : Optional.of(companion.watch(options.get()));
  }

  /** Everything else; the only way to picocli, whose classes are loaded from here on. */
  private static int typed(String[] arguments, Dyn53 companion, PrintStream out, PrintStream err) {
    var services = new LocalServices(companion.places(), writer(out), writer(err));
    return new Commands(companion, services, Version.text(), writer(out), writer(err))
        .run(List.of(arguments), new Complaint(out, err, true)::tell);
  }

  private static PrintWriter writer(PrintStream stream) {
    Charset charset = stream.charset();
    return new PrintWriter(stream, true, charset);
  }
}
