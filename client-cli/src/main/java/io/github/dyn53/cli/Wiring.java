package io.github.dyn53.cli;

import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.hook.Hooks;
import io.github.dyn53.cli.hook.Program;
import io.github.dyn53.cli.hook.Webhook;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.SocketHttpClient;
import io.github.dyn53.cli.http.Trust;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.update.DnsAnswers;
import io.github.dyn53.cli.update.Endpoint;
import io.github.dyn53.cli.update.Surroundings;
import io.github.dyn53.cli.update.Updater;
import io.github.dyn53.cli.watch.Comparison;
import io.github.dyn53.cli.watch.Freshness;
import io.github.dyn53.cli.watch.Signals;
import io.github.dyn53.cli.watch.Watch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Puts the parts together; the only place that knows which stands behind which port. */
final class Wiring {

  private final Configuration configuration;
  private final Log log;
  private final InstantSource clock = InstantSource.system();
  private final RandomGenerator random = new java.util.Random();
  private final HttpClient http;
  private final String userAgent = "dyn53/" + Version.text();
  private final Sources sources;

  Wiring(Configuration configuration, Log log) {
    this.configuration = configuration;
    this.log = log;
    this.http =
        new SocketHttpClient(
            configuration.caFile().isPresent()
                ? Trust.only(configuration.caFile().get())
                : Trust.usual());
    this.sources = new Sources(configuration.endpoints(), http, userAgent);
  }

  /**
   * For one look.
   *
   * @param verbose whether what happens is to be logged although a report is printed at the end
   */
  Updater oneShot(StateFile file, boolean verbose) {
    return updater(file, sources, Runnable::run, verbose ? log : Log.SILENT);
  }

  void watch(StateFile file, Signals signals) {
    var freshness = new Freshness();
    Sources paced = sources.paced(configuration.pace(), freshness, signals::nanos, random);
    Updater updater = updater(file, paced, new OneAtATime(), log);
    updater.load().ifPresent(log::warn);
    var comparison = new Comparison(sources.endpoint(), log);
    var attention = new Watch.Attention(freshness, comparison, random, log);
    new Watch(updater, signals, configuration.pace().poll(), attention).run();
  }

  /** What the sources of a chain say, one by one. */
  Sources sources() {
    return sources;
  }

  private Updater updater(StateFile file, Sources from, Executor executor, Log progress) {
    var asked =
        new Updater.Asked(
            new Endpoint(http, configuration.endpoints(), userAgent, clock), DnsAnswers.UNASKED);
    var surroundings = new Surroundings(clock, random, progress, hooks(executor));
    return new Updater(configuration, from.of(configuration.hosts()), asked, file, surroundings);
  }

  private Hooks hooks(Executor executor) {
    var settings = configuration.hooks();
    Optional<Webhook> webhook =
        settings.webhook().isPresent()
            ? Optional.of(new Webhook(http, settings.webhook().get(), userAgent, log))
            : Optional.empty();
    return new Hooks(settings, new Program(settings.timeout(), log), webhook, executor);
  }
}
