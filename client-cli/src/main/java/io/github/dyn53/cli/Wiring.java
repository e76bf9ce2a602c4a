package io.github.dyn53.cli;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.CommandSource;
import io.github.dyn53.cli.address.DnsSource;
import io.github.dyn53.cli.address.EndpointSource;
import io.github.dyn53.cli.address.InterfaceSource;
import io.github.dyn53.cli.address.Pause;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.doctor.Calls;
import io.github.dyn53.cli.doctor.Doctor;
import io.github.dyn53.cli.doctor.LocalView;
import io.github.dyn53.cli.doctor.Machine;
import io.github.dyn53.cli.doctor.Network;
import io.github.dyn53.cli.hook.HookProgram;
import io.github.dyn53.cli.hook.Hooks;
import io.github.dyn53.cli.hook.Webhook;
import io.github.dyn53.cli.http.ExchangeProcess;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.SocketHttpClient;
import io.github.dyn53.cli.http.TlsCertificates;
import io.github.dyn53.cli.http.Trust;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.cli.link.SystemAddresses;
import io.github.dyn53.cli.link.SystemRoutes;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.router.RouterSource;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.update.CheckipPause;
import io.github.dyn53.cli.update.DnsAnswers;
import io.github.dyn53.cli.update.Endpoint;
import io.github.dyn53.cli.update.Listener;
import io.github.dyn53.cli.update.Surroundings;
import io.github.dyn53.cli.update.Updater;
import io.github.dyn53.cli.watch.Comparison;
import io.github.dyn53.cli.watch.Freshness;
import io.github.dyn53.cli.watch.PacedSource;
import io.github.dyn53.cli.watch.Signals;
import io.github.dyn53.cli.watch.Views;
import io.github.dyn53.cli.watch.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Puts the parts together; the only place that knows which stands behind which port. */
final class Wiring {

  /** Whatever restarts a watch all the time does not make it ask more often than this. */
  private static final Duration RESTARTS = Duration.ofMinutes(10);

  private static final Duration CHECKIP = Duration.ofSeconds(10);
  private static final Duration COMMAND = Duration.ofSeconds(10);

  private final Configuration configuration;
  private final Log log;
  private final InstantSource clock = InstantSource.system();
  private final RandomGenerator random = new Random();
  private final CheckipPause pause = new CheckipPause(clock, random);
  private final RandomGenerator unguessable = new LazySecureRandom();
  private final Routes routes =
      NameServers.areReplaced() ? family -> Optional.empty() : new SystemRoutes();
  private final Trust trust;
  private final HttpClient http;
  private final String userAgent = "dyn53/" + Version.text();

  /** Does all in this process. */
  Wiring(Configuration configuration, Log log) {
    this(configuration, log, "");
  }

  /**
   * Puts together what stays.
   *
   * @param helper the program that exchanges over TLS for it; empty where it does so itself
   */
  Wiring(Configuration configuration, Log log, String helper) {
    this.configuration = configuration;
    this.log = log;
    this.trust =
        configuration.caFile().isPresent()
            ? Trust.only(configuration.caFile().get())
            : Trust.usual();
    var here = new SocketHttpClient(trust);
    this.http =
        helper.isEmpty()
            ? here
            : new ExchangeProcess(List.of(helper, "exchange"), trust, here, log::warn);
  }

  /**
   * For one look.
   *
   * @param verbose whether what happens is to be logged although a report is printed at the end
   */
  Updater oneShot(StateFile file, boolean verbose) {
    var sources = new Sources(spec -> source(spec, pause));
    return updater(file, sources, hooks(Runnable::run), verbose ? log : Log.SILENT);
  }

  /**
   * Stays until {@link io.github.dyn53.cli.watch.Signal#STOP}, or until it is outdated.
   *
   * @param anew whether somebody has just saved the configuration: what was refused is asked again.
   *     To start a watch may mean the same, unless it is started again and again.
   * @return whether another has to take over
   */
  boolean watch(StateFile file, Signals signals, BooleanSupplier outdated, boolean anew) {
    var freshness = new Freshness();
    var made = new HashMap<SourceSpec, PacedSource>();
    var paced =
        new Sources(spec -> made.computeIfAbsent(spec, it -> paced(it, freshness, signals)));
    Listener hooks = hooks(new OneAtATime(log));
    Listener told = log instanceof JsonLog lines ? new EventLines(lines, hooks) : hooks;
    Updater updater = updater(file, paced, told, log);
    updater.load().ifPresent(log::warn);
    updater.forgetRefusals(anew ? Duration.ZERO : RESTARTS);
    var comparison = new Comparison(views(made), log);
    var attention = new Watch.Attention(freshness, comparison, outdated, random, log);
    return new Watch(updater, signals, configuration.pace().poll(), attention).run();
  }

  private Views views(Map<SourceSpec, PacedSource> made) {
    var routers = new ArrayList<PacedSource>();
    for (Map.Entry<SourceSpec, PacedSource> source : made.entrySet()) {
      if (source.getKey() instanceof SourceSpec.Router) {
        routers.add(source.getValue());
      }
    }
    var endpoint = new SourceSpec.Endpoint();
    return new Views(routers, Optional.ofNullable(made.get(endpoint)), source(endpoint, pause));
  }

  private PacedSource paced(SourceSpec spec, Freshness freshness, Signals signals) {
    Duration every =
        spec instanceof SourceSpec.Endpoint ? configuration.pace().endpointPoll() : Duration.ZERO;
    return new PacedSource(source(spec, pause), every, freshness, signals::nanos, random);
  }

  /** What tells the watch to look; to be closed. */
  Ears ears(Signals signals) {
    return Ears.open(routes, clock, signals, log);
  }

  /** Sources that are asked each time, since a person wants to know. */
  Sources sources() {
    return new Sources(spec -> source(spec, Pause.NONE));
  }

  /** No switch over types: Java links one at run time, which costs each start 20 ms. */
  private AddressSource source(SourceSpec spec, Pause pause) {
    if (spec instanceof SourceSpec.Router router) {
      return RouterSource.of(router, routes, http, unguessable);
    }
    if (spec instanceof SourceSpec.Endpoint) {
      return new EndpointSource(http, configuration.endpoints(), userAgent, CHECKIP, pause);
    }
    if (spec instanceof SourceSpec.Interface wanted) {
      return new InterfaceSource(wanted, routes, new SystemAddresses());
    }
    return spec instanceof SourceSpec.Command command
        ? new CommandSource(command, COMMAND)
        : DnsSource.of((SourceSpec.Dns) spec, unguessable);
  }

  /** Who looks for what is wrong. */
  Doctor doctor(Path state) {
    var names = NameServers.ofSystem();
    var network =
        new Network(
            new Calls(http, userAgent),
            new TlsCertificates(trust),
            new LocalView(),
            names.zones(),
            names.resolver());
    var machine = new Machine(LocalView.interfaces(), state, clock, System::nanoTime);
    return new Doctor(network, machine, spec -> source(spec, Pause.NONE));
  }

  private DnsAnswers dnsAnswers() {
    return configuration.checkDns()
        ? new AuthoritativeAnswers(() -> NameServers.ofSystem().zones())
        : DnsAnswers.UNASKED;
  }

  private Updater updater(StateFile file, Sources from, Listener listener, Log progress) {
    var asked =
        new Updater.Asked(
            new Endpoint(http, configuration.endpoints(), userAgent, clock), dnsAnswers(), pause);
    var surroundings = new Surroundings(clock, random, progress, listener);
    return new Updater(configuration, from.of(configuration.hosts()), asked, file, surroundings);
  }

  private Listener hooks(Executor executor) {
    var settings = configuration.hooks();
    Optional<Webhook> webhook =
        settings.webhook().isPresent()
            ? Optional.of(new Webhook(http, settings.webhook().get(), userAgent, log))
            : Optional.empty();
    return new Hooks(settings, new HookProgram(settings.timeout(), log), webhook, executor);
  }
}
