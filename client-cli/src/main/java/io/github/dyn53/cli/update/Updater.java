package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.state.StateFile;
import io.github.dyn53.cli.state.StateUnusableException;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the sources, asks the endpoint where there is reason to, and remembers. */
public final class Updater {

  private static final Duration DNS_EVERY = Duration.ofHours(1);

  private final Configuration configuration;
  private final List<HostSources> hosts;
  private final Endpoint endpoint;
  private final DnsAnswers dns;
  private final CheckipPause pause;
  private final StateFile file;
  private final Surroundings surroundings;
  private final Asking asking;
  private final Conclusions conclusions;
  private final Map<Hostname, Instant> dnsAsked = new HashMap<>();
  private final List<Event> untold = new ArrayList<>();
  private State saved = State.EMPTY;
  private State state = State.EMPTY;

  /** Looks for the configuration's hosts. */
  public Updater(
      Configuration configuration,
      List<HostSources> hosts,
      Asked asked,
      StateFile file,
      Surroundings surroundings) {
    this.configuration = configuration;
    this.hosts = List.copyOf(hosts);
    this.endpoint = asked.endpoint();
    this.dns = asked.dns();
    this.pause = asked.pause();
    this.file = file;
    this.surroundings = surroundings;
    this.asking = new Asking(configuration.pace().refresh());
    this.conclusions = new Conclusions(configuration.endpoints(), surroundings);
  }

  /**
   * Who is asked over the network.
   *
   * @param pause of the sources that ask the endpoint for the address
   */
  public record Asked(Endpoint endpoint, DnsAnswers dns, CheckipPause pause) {}

  /** Reads what is remembered, and says what was wrong with it. */
  public Optional<String> load() {
    StateFile.Loaded loaded = file.load();
    saved = loaded.state();
    state = saved;
    return loaded.damage();
  }

  /**
   * Looks once. What was learnt is on the disk before the next request, and before the listener is
   * told of it.
   *
   * @param forced sends a request for each host that has an address, whatever is remembered
   * @param networkChanged what could not be reached a moment ago may be reachable now
   * @throws StateUnusableException after all is done, where it could not be remembered
   */
  public Round look(boolean forced, boolean networkChanged) {
    var look = new Look(surroundings.clock().instant(), forced, networkChanged);
    state = state.asOf(look.now());
    pause.set(forced ? Optional.empty() : state.checkip());
    var found = new IdentityHashMap<AddressSource, Map<Family, Finding>>();
    var reports = new ArrayList<HostReport>();
    var requests = new ArrayList<Request>();
    for (HostSources host : hosts) {
      Hostname name = host.settings().name();
      Supplier<String> fingerprint =
          () -> Fingerprint.of(configuration.endpoints(), host.settings());
      Optional<Decision> settled = asking.settled(state.of(name), look, fingerprint);
      Decision decision;
      if (settled.isPresent()) {
        decision = settled.get();
      } else {
        var finding = new Findings(find(host, Family.IPV4, found), find(host, Family.IPV6, found));
        decision = decide(host, finding, look, fingerprint);
      }
      if (decision instanceof Decision.Ask ask) {
        surroundings.log().trace(name + ": asking, since " + ask.why().text());
        Request.add(requests, host.settings(), ask.addresses());
      } else {
        reports.add(keep(conclusions.unasked(name, decision, state.of(name), look.now())));
      }
    }
    keepPause();
    for (Request request : requests) {
      send(request, reports);
      trySave();
    }
    Optional<StateUnusableException> forgotten = trySave();
    tell();
    if (forgotten.isPresent()) {
      throw forgotten.get();
    }
    return new Round(reports, next());
  }

  private void keepPause() {
    if (!pause.hold().equals(state.checkip())) {
      state = state.with(pause.hold());
    }
  }

  /** A listener may take its time, and may ask what is remembered. */
  private void tell() {
    var happened = List.copyOf(untold);
    untold.clear();
    for (Event event : happened) {
      surroundings.listener().happened(event);
    }
  }

  /**
   * Asks again what was refused, since a person may have seen to it.
   *
   * @param age how long ago it was refused at the least
   */
  public void forgetRefusals(Duration age) {
    Instant latest = surroundings.clock().instant().minus(age);
    for (HostSources host : hosts) {
      HostState known = state.of(host.settings().name());
      if (known.stop().isPresent() && !known.stop().get().since().isAfter(latest)) {
        state = state.with(host.settings().name(), known.free());
      }
    }
  }

  private static Finding find(
      HostSources host, Family family, Map<AddressSource, Map<Family, Finding>> found) {
    AddressSource source = host.of(family);
    Map<Family, Finding> findings = found.get(source);
    if (findings == null) {
      findings = new EnumMap<>(Family.class);
      found.put(source, findings);
    }
    Finding finding = findings.get(family);
    if (finding == null) {
      finding = source.find(family);
      findings.put(family, finding);
    }
    return finding;
  }

  private Decision decide(
      HostSources host, Findings findings, Look look, Supplier<String> fingerprint) {
    Hostname name = host.settings().name();
    Decision decision = asking.decide(state.of(name), findings, look, fingerprint);
    boolean compare = configuration.checkDns() && decision instanceof Decision.Nothing;
    return compare && dnsDiffers(name, findings.wanted(), look.now())
        ? new Decision.Ask(findings.wanted(), Decision.Why.DNS)
        : decision;
  }

  /** At most once an hour, and not while the last update may still be on its way. */
  private boolean dnsDiffers(Hostname name, Addresses wanted, Instant now) {
    Instant earliest = now.minus(DNS_EVERY);
    Instant sent = state.of(name).sentAt().orElse(Instant.MIN);
    Instant asked = dnsAsked.getOrDefault(name, Instant.MIN);
    if (sent.isAfter(earliest) || (asked.isAfter(earliest) && !asked.isAfter(now))) {
      return false;
    }
    dnsAsked.put(name, now);
    Optional<Addresses> answer = dns.of(name);
    return answer.isPresent() && Asking.differs(wanted, answer.get());
  }

  private void send(Request request, List<HostReport> reports) {
    List<Hostname> names = request.names();
    Map<Hostname, Outcome> outcomes =
        endpoint.ask(request.hosts().get(0).token(), names, request.addresses());
    Instant now = surroundings.clock().instant();
    for (int i = 0; i < names.size(); i++) {
      Hostname name = names.get(i);
      Outcome outcome = outcomes.get(name);
      if (outcome != null) {
        reports.add(
            keep(
                conclusions.of(
                    request.hosts().get(i), request.addresses(), outcome, state.of(name), now)));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether it was replaced, at no cost
  private HostReport keep(Conclusions.Conclusion conclusion) {
    HostReport report = conclusion.report();
    HostState before = state.of(report.host());
    if (conclusion.state() != before) {
      state = state.with(report.host(), conclusion.state());
    }
    if (conclusion.event().isPresent()) {
      untold.add(conclusion.event().get());
    }
    return report;
  }

  /** A disk that is full keeps no host from being asked for; what is wrong is said at the end. */
  @SuppressWarnings("ReferenceEquality") // whether it was replaced, at no cost
  private Optional<StateUnusableException> trySave() {
    try {
      if (state != saved) {
        file.save(state);
        saved = state;
      }
      return Optional.empty();
    } catch (StateUnusableException e) {
      return Optional.of(e);
    }
  }

  /** When the first wait is over. */
  private Optional<Duration> next() {
    Instant now = surroundings.clock().instant();
    Optional<Duration> next = Optional.empty();
    for (HostSources host : hosts) {
      var hold = state.of(host.settings().name()).holdOff();
      // One that is over stands until there is an address to ask with.
      if (hold.isPresent() && hold.get().until().isAfter(now)) {
        Duration wait = Duration.between(now, hold.get().until());
        next = next.isPresent() && next.get().compareTo(wait) < 0 ? next : Optional.of(wait);
      }
    }
    return next;
  }
}
