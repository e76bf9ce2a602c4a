package io.github.dyn53.cli;

import io.github.dyn53.cli.command.Companion;
import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import io.github.dyn53.cli.config.Places;
import io.github.dyn53.cli.doctor.Diagnosis;
import io.github.dyn53.cli.doctor.Doctor;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.log.LogLines;
import io.github.dyn53.cli.log.LogLines.Loudness;
import io.github.dyn53.cli.setup.Wishes;
import io.github.dyn53.cli.state.InstanceLock;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.cli.update.Round;
import io.github.dyn53.cli.update.Updater;
import io.github.dyn53.cli.watch.Signals;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The companion, put together from its parts for each command. */
final class Dyn53 implements Companion {

  private final Map<String, String> environment;
  private final Places places;
  private final PrintStream out;
  private final PrintStream err;

  Dyn53(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.places =
        new Places(
            System.getProperty("os.name", ""),
            // The question mark is what Java says for an account that the system does not know.
            System.getProperty("user.home", "").replace("?", ""),
            System.getProperty("user.name", ""),
            environment);
    this.out = out;
    this.err = err;
  }

  /** Where things lie here. */
  Places places() {
    return places;
  }

  @Override
  public ExitCode update(Options options) {
    return alone(options, false);
  }

  private ExitCode update(Options options, Configuration configuration, Path folder) {
    boolean verbose = options.has(Switch.VERBOSE);
    Log log = new LogLines(err, verbose ? Loudness.VERBOSE : Loudness.QUIET, Optional.empty());
    Wiring wiring = new Wiring(configuration, log);
    Updater updater = wiring.oneShot(new StateFile(folder), verbose);
    Optional<String> damage = updater.load();
    if (damage.isPresent()) {
      log.warn(damage.get());
    }
    // Cron mails what a quiet run prints, and these are as true the next time.
    if (!options.has(Switch.QUIET)) {
      warn(configuration, log);
    }
    Round round = updater.look(options.has(Switch.FORCE), false);
    new RoundText(out, err, options).print(round);
    return exitCode(round, options.has(Switch.DETAILED_EXIT));
  }

  private static void warn(Configuration configuration, Log log) {
    for (String warning : configuration.warnings()) {
      log.warn(warning);
    }
  }

  /** The worst of what the hosts came to. */
  private static ExitCode exitCode(Round round, boolean detailed) {
    if (round.has(Result.REFUSED)) {
      return ExitCode.REFUSED;
    }
    if (round.has(Result.TROUBLE) || round.has(Result.UNREACHABLE)) {
      return ExitCode.ENDPOINT;
    }
    if (round.has(Result.NO_ADDRESS)) {
      return ExitCode.NO_ADDRESS;
    }
    return detailed && !round.has(Result.UPDATED) ? ExitCode.UNCHANGED : ExitCode.OK;
  }

  @Override
  public ExitCode watch(Options options) {
    return alone(options, true);
  }

  private ExitCode watch(Options options, Configuration configuration, Path folder) {
    Log log =
        options.has(Switch.JSON)
            ? new JsonLog(out, loudness(options), InstantSource.system())
            : new LogLines(err, loudness(options), times());
    warn(configuration, log);
    log.tell("dyn53 " + Version.text() + " watches for " + names(configuration));
    var renewal = new Renewal(file(options), configuration, () -> configuration(options), log);
    var wiring = new Wiring(configuration, log, helper());
    var signals = new Signals();
    try (Ears ears = wiring.ears(signals)) {
      endWith(ears);
      boolean anew = false;
      while (wiring.watch(new StateFile(folder), signals, renewal::isThere, anew)) {
        anew = true;
        log.tell("the configuration has changed; watches for " + names(renewal.current()));
        warn(renewal.current(), log);
        Path wanted = renewal.current().state().orElse(places.state());
        if (!wanted.equals(folder)) {
          log.warn("the state stays in " + folder + " until dyn53 is started anew");
        }
        wiring = new Wiring(renewal.current(), log, helper());
      }
    }
    return ExitCode.OK;
  }

  /** A launcher says whether it is quick enough to be started for each exchange. */
  private static String helper() {
    return Boolean.getBoolean("dyn53.apart") ? System.getProperty("dyn53.program", "") : "";
  }

  /** Each change is on the disk before the next step, so that there is nothing to wait for. */
  private static void endWith(Ears ears) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              ears.close();
              // A hook, or an exchange whose answer nobody waits for any more.
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
              Runtime.getRuntime().halt(ExitCode.OK.value());
            }));
  }

  private static String names(Configuration configuration) {
    var names = new StringBuilder();
    for (var host : configuration.hosts()) {
      names.append(names.isEmpty() ? "" : ", ").append(host.name());
    }
    return names.toString();
  }

  @Override
  public ExitCode address(Options options) {
    Configuration configuration = configuration(options);
    Log log = new LogLines(err, loudness(options), Optional.empty());
    return new AddressText(out, options)
        .print(configuration, new Wiring(configuration, log).sources());
  }

  @Override
  public ExitCode status(Options options) {
    Configuration configuration = configuration(options);
    Path folder = configuration.state().orElse(places.state());
    return new StatusText(out, err, options, InstantSource.system()).print(configuration, folder);
  }

  @Override
  public ExitCode doctor(Options options, OptionalInt port) {
    return new Consultation(out, options).print(diagnosis(options, port));
  }

  private Diagnosis diagnosis(Options options, OptionalInt port) {
    String where = file(options).map(Path::toString).orElse("the environment");
    try {
      Configuration configuration = configuration(options);
      Path folder = configuration.state().orElse(places.state());
      Doctor doctor = new Wiring(configuration, Log.SILENT).doctor(folder);
      return doctor.examine(where, configuration, port);
    } catch (InvalidConfigurationException e) {
      return Doctor.misconfigured(where, e);
    }
  }

  @Override
  public ExitCode setup(Wishes wishes, boolean tries, boolean json) {
    SettingUp.Trial trial =
        (options, to, complaints) -> new Dyn53(environment, to, complaints).update(options);
    // A service does not have the variables of this shell.
    boolean named = !environment.getOrDefault("DYN53_CONFIG", "").isEmpty();
    var prospect =
        new Prospect(Path.of("/"), () -> named ? Optional.empty() : places.configuration());
    var settingUp = new SettingUp(places.usualConfiguration(), trial, prospect, out, err);
    return json ? settingUp.inJson(wishes, tries) : settingUp.inWords(wishes, tries);
  }

  /** Works while no other dyn53 works with the same state: once, or for as long as it is let. */
  private ExitCode alone(Options options, boolean stays) {
    Configuration configuration = configuration(options);
    Path folder = configuration.state().orElse(places.state());
    Optional<InstanceLock> lock = InstanceLock.take(folder);
    if (lock.isEmpty()) {
      return anotherInstance(options, folder);
    }
    try {
      return stays ? watch(options, configuration, folder) : update(options, configuration, folder);
    } finally {
      lock.get().close();
    }
  }

  private Optional<Path> file(Options options) {
    Optional<Path> file = options.configuration();
    if (file.isEmpty() && !environment.getOrDefault("DYN53_CONFIG", "").isEmpty()) {
      file = Optional.of(Path.of(environment.getOrDefault("DYN53_CONFIG", "")));
    }
    if (file.isEmpty()) {
      file = places.configuration();
    }
    return file;
  }

  private Configuration configuration(Options options) {
    return ConfigurationFile.read(file(options), places, options.settings());
  }

  private ExitCode anotherInstance(Options options, Path folder) {
    String text =
        "another dyn53 works with the state in "
            + folder
            + "; if that is a watch, it updates by itself and there is nothing to do; started anew, it"
            + " asks again what was refused";
    new Complaint(out, err, options.has(Switch.JSON)).tell(text);
    return ExitCode.ANOTHER_INSTANCE;
  }

  private static Loudness loudness(Options options) {
    if (options.has(Switch.VERBOSE)) {
      return Loudness.VERBOSE;
    }
    return options.has(Switch.QUIET) ? Loudness.QUIET : Loudness.NORMAL;
  }

  /** The journal writes the time itself. */
  private Optional<InstantSource> times() {
    return environment.containsKey("JOURNAL_STREAM")
        ? Optional.empty()
        : Optional.of(InstantSource.system());
  }
}
