package io.github.dyn53.cli.update;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.EndpointSource;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.dns.Addresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An updater with everything around it in the test's hands. */
public final class Desk implements Log {

  public static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  private final Path folder;
  private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
  private final List<String> said = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final InstantSource clock;
  private Runnable whenTold = () -> {};
  private CheckipPause pause;
  private Optional<Addresses> dns = Optional.empty();
  private String text =
      "endpoint = https://a.example\nendpoint = https://b.example\ntoken = %s\ncheck-dns = yes\n"
          .formatted(TOKEN);

  /** Remembers in this folder. */
  public Desk(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.pause = new CheckipPause(clock, new Random(2));
  }

  static HandMovedClock noon() {
    return new HandMovedClock(Instant.parse("2026-11-23T12:00:00Z"));
  }

  /** The endpoint in memory. */
  public ScriptedEndpoint endpoint() {
    return endpoint;
  }

  /** Has the configuration say something else. */
  public void configure(String configuration) {
    text = configuration;
  }

  /** Has the name servers answer. */
  public void publish(Addresses answer) {
    dns = Optional.of(answer);
  }

  /** Has whoever is told of an event do something with it. */
  public void whenTold(Runnable something) {
    whenTold = something;
  }

  private void happened(Event event) {
    events.add(event);
    whenTold.run();
  }

  /** The endpoint's own source, which remembers with the updater that is made next. */
  AddressSource checkip() {
    pause = new CheckipPause(clock, new Random(2));
    return new EndpointSource(
        endpoint, List.of(URI.create("https://a.example")), "t", Duration.ofSeconds(1), pause);
  }

  /** A new updater, as after a restart, for hosts that all have these sources. */
  public Updater updater(AddressSource ipv4, AddressSource ipv6, String... hosts) {
    Configuration configuration =
        ConfigurationFile.parse("test", text + "host = " + String.join("\nhost = ", hosts));
    var sources = new ArrayList<HostSources>();
    for (HostSettings host : configuration.hosts()) {
      sources.add(new HostSources(host, ipv4, ipv6));
    }
    var asked =
        new Updater.Asked(
            new Endpoint(endpoint, configuration.endpoints(), "dyn53/test", clock),
            host -> dns,
            pause);
    var surroundings = new Surroundings(clock, new Random(1), this, this::happened);
    var updater = new Updater(configuration, sources, asked, new StateFile(folder), surroundings);
    updater.load().ifPresent(warned::add);
    return updater;
  }

  @Override
  public void tell(String line) {
    said.add(checked(line));
  }

  @Override
  public void warn(String line) {
    warned.add(checked(line));
  }

  @Override
  public void trace(String line) {
    String unused = checked(line);
  }

  private static String checked(String line) {
    if (line.contains(TOKEN) || Secret.parse(line).isPresent()) {
      throw new AssertionError("a token in the log");
    }
    return line;
  }

  /** What was told. */
  public List<String> said() {
    return said;
  }

  /** What was warned of. */
  public List<String> warned() {
    return warned;
  }

  /** What the listener heard. */
  public List<Event> events() {
    return events;
  }
}
