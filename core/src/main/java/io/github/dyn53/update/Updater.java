package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.access.UnknownTokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.publish.Publication;
import io.github.dyn53.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Carries out one update: read, decide, write the wish, publish, confirm. */
public final class Updater {

  /** Some clients give up after 10 seconds (ddns-updater); the network needs some of them too. */
  private static final Duration BUDGET = Duration.ofMillis(7_500);

  /** A lost race is decided again at once; one that goes on for longer is not worth waiting for. */
  private static final Duration CONTEST = Duration.ofMillis(500);

  private final Snapshots snapshots;
  private final Hosts hosts;
  private final Publisher publisher;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final UnknownTokens unknownTokens = new UnknownTokens();

  /**
   * Makes an updater.
   *
   * @param random where the leases' ids come from; see {@link io.github.dyn53.host.Lease#draw}
   */
  public Updater(
      Snapshots snapshots,
      Hosts hosts,
      Publisher publisher,
      InstantSource clock,
      RandomGenerator random) {
    this.snapshots = snapshots;
    this.hosts = hosts;
    this.publisher = publisher;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Carries out what a request asks for. Safe for use by several threads.
   *
   * @param request at most {@link Snapshots#MOST_HOSTS} different hosts; none only checks the
   *     secret
   */
  public UpdateOutcome update(UpdateRequest request) {
    Instant start = clock.instant();
    TokenHash hash = request.secret().hash();
    if (unknownTokens.contains(hash, start)) {
      return new UpdateOutcome.Unauthenticated();
    }
    try {
      return update(request, hash, start);
    } catch (StateUnavailableException e) {
      return new UpdateOutcome.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private UpdateOutcome update(UpdateRequest request, TokenHash hash, Instant start) {
    Map<Hostname, HostUpdate> updates = byHostname(request);
    Map<Hostname, Host> attempted = new HashMap<>();
    long leaseId = random.nextLong();
    do {
      Snapshot snapshot = snapshots.read(hash, updates.keySet());
      if (snapshot.token().isEmpty()) {
        unknownTokens.add(hash, start);
        return new UpdateOutcome.Unauthenticated();
      }
      Token token = snapshot.token().get();
      if (!token.admits(request.source(), start)) {
        return new UpdateOutcome.Unauthenticated();
      }
      // Read after the hosts: each version's line of history is later than the one before.
      Instant now = clock.instant();
      boolean storm = snapshot.stormUntil().filter(now::isBefore).isPresent();
      var decider = new Decider(token, storm, request, now, leaseId);
      Map<Hostname, Decision> decisions = new LinkedHashMap<>();
      updates.forEach((hostname, update) -> {
        Optional<Host> host = Optional.ofNullable(snapshot.hosts().get(hostname));
        Optional<Host> tried = Optional.ofNullable(attempted.get(hostname));
        decisions.put(hostname, decider.decide(update, host, tried));
      });
      decisions.values().stream()
          .flatMap(decision -> decision.save().stream())
          .forEach(save -> attempted.put(save.host().hostname(), save.host()));
      if (isSaved(decisions.values())) {
        return publish(decisions, start.plus(BUDGET));
      }
    } while (Duration.between(start, clock.instant()).compareTo(CONTEST) < 0);
    return new UpdateOutcome.Unavailable("other writers came first again and again");
  }

  private static Map<Hostname, HostUpdate> byHostname(UpdateRequest request) {
    Map<Hostname, HostUpdate> updates = new LinkedHashMap<>();
    request.updates().forEach(update -> updates.putIfAbsent(update.hostname(), update));
    return updates;
  }

  /** Whether no wish was lost to another writer. */
  private boolean isSaved(Collection<Decision> decisions) {
    List<HostSave> saves =
        decisions.stream().map(Decision::save).flatMap(Optional::stream).toList();
    boolean wishes =
        decisions.stream().anyMatch(d -> !(d instanceof Decision.Settle) && d.save().isPresent());
    if (wishes) {
      return hosts.save(saves);
    }
    note(saves);
    return true;
  }

  /** Writes what may be lost without harm. */
  private void note(List<HostSave> saves) {
    if (saves.isEmpty()) {
      return;
    }
    try {
      hosts.save(saves);
    } catch (StateUnavailableException e) {
      // The answer is right without it.
    }
  }

  private UpdateOutcome publish(Map<Hostname, Decision> decisions, Instant deadline) {
    List<Host> toPublish = new ArrayList<>();
    Map<Hostname, HostOutcome> outcomes = new LinkedHashMap<>();
    decisions.forEach((hostname, decision) -> {
      switch (decision) {
        case Decision.Settle settle -> outcomes.put(hostname, settle.outcome());
        case Decision.Deposit deposit -> outcomes.put(hostname, deposit.outcome());
        case Decision.Publish publish -> toPublish.add(publish.leased());
      }
    });
    if (toPublish.isEmpty()) {
      return new UpdateOutcome.Done(outcomes, Duration.ZERO);
    }
    Instant start = clock.instant();
    Map<Hostname, Publication> publications = publisher.publish(toPublish, deadline);
    publications.forEach((hostname, publication) -> outcomes.put(hostname, outcome(publication)));
    return new UpdateOutcome.Done(outcomes, Duration.between(start, clock.instant()));
  }

  private static HostOutcome outcome(Publication publication) {
    return switch (publication) {
      case Publication.Published() -> new HostOutcome.Changed();
      case Publication.HandedOver(String reason) -> new HostOutcome.HandedOver(reason);
      case Publication.Refused(String reason) -> new HostOutcome.ZoneRefused(reason);
    };
  }
}
