package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.access.UnknownTokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.SpoiltHost;
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
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Carries out one update: read, decide, write the wish, publish, confirm. */
public final class Updater {

  /** Some clients give up after 10 seconds (ddns-updater); the network needs some of them too. */
  private static final Duration BUDGET = Duration.ofMillis(7_500);

  /** A lost race is decided again at once; one that goes on for longer is not worth waiting for. */
  private static final Duration CONTEST = Duration.ofMillis(500);

  /** The hosts that a token is for, then those that follow them. */
  private static final int MOST_READ_AGAIN = 2;

  private final Snapshots snapshots;
  private final Hosts hosts;
  private final Publisher publisher;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final UnknownTokens unknownTokens = new UnknownTokens();
  private final Reached reached = new Reached();

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
   * @param request at most {@link Snapshots#MOST_HOSTS} different hosts; nothing asked of any only
   *     checks the secret
   */
  public UpdateOutcome update(UpdateRequest request) {
    Instant start = clock.instant();
    TokenHash hash = request.secret().hash();
    if (unknownTokens.contains(hash, start)) {
      return new UpdateOutcome.Unauthenticated();
    }
    try {
      return update(request, start);
    } catch (StateUnavailableException e) {
      return new UpdateOutcome.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private UpdateOutcome update(UpdateRequest request, Instant start) {
    Map<Hostname, Host> attempted = new HashMap<>();
    long leaseId = random.nextLong();
    do {
      Optional<Look> look = look(request, start);
      if (look.isEmpty()) {
        return new UpdateOutcome.Unauthenticated();
      }
      Map<Hostname, Decision> decisions = decide(request, look.get(), leaseId, attempted);
      // Wishes only: whoever is turned down is so again, with its note saved or not.
      decisions.values().stream()
          .filter(Updater::isWish)
          .flatMap(decision -> decision.save().stream())
          .forEach(save -> attempted.put(save.host().hostname(), save.host()));
      if (isSaved(decisions.values())) {
        return publish(look.get(), decisions, start.plus(BUDGET));
      }
    } while (Duration.between(start, clock.instant()).compareTo(CONTEST) < 0);
    return new UpdateOutcome.Unavailable("other writers came first again and again");
  }

  /**
   * What was read.
   *
   * @param now when: later than all that is in it, so that each version's line of history is later
   *     than the one before
   */
  private record Look(Token token, Snapshot snapshot, Reach reach, Instant now) {
    Optional<Host> host(Hostname hostname) {
      return snapshot.found().host(hostname);
    }

    Optional<SpoiltHost> spoilt(Hostname hostname) {
      return snapshot.found().spoilt(hostname);
    }
  }

  /**
   * Reads: once, unless what was read tells of hosts that no request of this kind has reached yet.
   *
   * @return nothing where the token is not good
   */
  private Optional<Look> look(UpdateRequest request, Instant start) {
    Set<Hostname> asked = reached.recall(request);
    Optional<Look> look = look(request, asked, start);
    for (int again = 0; again < MOST_READ_AGAIN && look.isPresent(); again++) {
      Set<Hostname> all = look.get().reach().hostnames();
      if (asked.containsAll(all)) {
        break;
      }
      asked = all;
      look = look(request, asked, start);
    }
    look.ifPresent(last -> reached.remember(request, last.reach().hostnames()));
    return look;
  }

  private Optional<Look> look(UpdateRequest request, Set<Hostname> hostnames, Instant start) {
    TokenHash hash = request.secret().hash();
    Snapshot snapshot = snapshots.read(hash, hostnames);
    if (snapshot.token().isEmpty()) {
      unknownTokens.add(hash, start);
    }
    Instant now = clock.instant();
    return snapshot
        .token()
        .filter(token -> token.admits(request.source(), start))
        .map(token ->
            new Look(token, snapshot, Reach.of(request, token, snapshot.hosts(), now), now));
  }

  private static Map<Hostname, Decision> decide(
      UpdateRequest request, Look look, long leaseId, Map<Hostname, Host> attempted) {
    boolean storm = look.snapshot().stormUntil().filter(look.now()::isBefore).isPresent();
    var decider = new Decider(look.token(), storm, request, look.now(), leaseId);
    Reach reach = look.reach();
    Map<Hostname, Decision> decisions = new LinkedHashMap<>();
    reach
        .asked()
        .forEach((hostname, update) ->
            decisions.put(
                hostname,
                reach.tooWide().contains(hostname) && look.spoilt(hostname).isEmpty()
                    ? decider.tooWide(update, look.host(hostname))
                    : decide(decider, update, look, Optional.ofNullable(attempted.get(hostname)))));
    reach
        .leaders()
        .forEach((follower, leader) -> {
          if (moves(decisions.get(leader))) {
            look.spoilt(follower)
                .ifPresent(spoilt -> decisions.put(follower, decider.follow(spoilt)));
            look.host(follower)
                .filter(host -> follows(host, leader))
                .map(host ->
                    decider.follow(
                        look.host(leader).orElseThrow(),
                        reach
                            .asked()
                            .getOrDefault(leader, HostUpdate.ofAddresses(leader, Map.of())),
                        host,
                        Optional.ofNullable(attempted.get(follower))))
                .ifPresent(decision -> decisions.put(follower, decision));
          }
        });
    return decisions;
  }

  private static Decision decide(
      Decider decider, HostUpdate update, Look look, Optional<Host> attempted) {
    Hostname hostname = update.hostname();
    return look.spoilt(hostname)
        .map(spoilt -> decider.decide(update, spoilt))
        .orElseGet(() -> decider.decide(update, look.host(hostname), attempted));
  }

  private static boolean follows(Host host, Hostname leader) {
    return host.settings().follows().equals(Optional.of(leader));
  }

  /** Where a leader is turned down, nobody follows. */
  private static boolean moves(@Nullable Decision leader) {
    return switch (leader) {
      case Decision.Settle settle ->
          settle.outcome() instanceof HostOutcome.Unchanged
              || settle.outcome() instanceof HostOutcome.HandedOver;
      case Decision.Deposit unused -> true;
      case Decision.Publish unused -> true;
      case null -> false;
    };
  }

  /** Whether no wish was lost to another writer. */
  private boolean isSaved(Collection<Decision> decisions) {
    List<HostSave> saves =
        decisions.stream().map(Decision::save).flatMap(Optional::stream).toList();
    if (decisions.stream().anyMatch(Updater::isWish)) {
      return isSaved(saves);
    }
    note(saves);
    return true;
  }

  private static boolean isWish(Decision decision) {
    return !(decision instanceof Decision.Settle) && decision.save().isPresent();
  }

  /** What was saved before one is lost is found saved when all is decided again. */
  private boolean isSaved(List<HostSave> saves) {
    for (int from = 0; from < saves.size(); from += Hosts.MOST_SAVED) {
      if (!hosts.save(saves.subList(from, Math.min(saves.size(), from + Hosts.MOST_SAVED)))) {
        return false;
      }
    }
    return true;
  }

  /** Writes what may be lost without harm. */
  private void note(List<HostSave> saves) {
    try {
      var unused = isSaved(saves);
    } catch (StateUnavailableException e) {
      // The answer is right without it.
    }
  }

  private UpdateOutcome publish(Look look, Map<Hostname, Decision> decisions, Instant deadline) {
    List<Host> toPublish = new ArrayList<>();
    Map<Hostname, HostOutcome> outcomes = new LinkedHashMap<>();
    decisions.forEach((hostname, decision) -> {
      switch (decision) {
        case Decision.Settle settle -> outcomes.put(hostname, settle.outcome());
        case Decision.Deposit deposit -> outcomes.put(hostname, deposit.outcome());
        case Decision.Publish publish -> toPublish.add(publish.leased());
      }
    });
    Instant start = clock.instant();
    if (!toPublish.isEmpty()) {
      publisher
          .publish(toPublish, deadline)
          .forEach((hostname, publication) -> outcomes.put(hostname, outcome(publication)));
    }
    Duration publishing = Duration.between(start, clock.instant());
    return done(look.reach(), outcomes, added(look, decisions), publishing);
  }

  private static Map<Hostname, Challenge> added(Look look, Map<Hostname, Decision> decisions) {
    Map<Hostname, Challenge> added = new HashMap<>();
    look.reach()
        .asked()
        .forEach((hostname, update) ->
            update
                .challenge()
                .flatMap(ChallengeChange::added)
                .flatMap(value ->
                    Optional.ofNullable(decisions.get(hostname))
                        .flatMap(Decision::next)
                        .or(() -> look.host(hostname))
                        .flatMap(host -> host.challenge(value)))
                .ifPresent(challenge -> added.put(hostname, challenge)));
    return added;
  }

  private static UpdateOutcome done(
      Reach reach,
      Map<Hostname, HostOutcome> outcomes,
      Map<Hostname, Challenge> added,
      Duration publishing) {
    Map<Hostname, HostOutcome> asked = new LinkedHashMap<>();
    reach
        .asked()
        .keySet()
        .forEach(hostname ->
            Optional.ofNullable(outcomes.get(hostname)).ifPresent(own -> asked.put(hostname, own)));
    Map<Hostname, HostOutcome> followers = new LinkedHashMap<>();
    reach
        .leaders()
        .forEach((follower, leader) ->
            Optional.ofNullable(outcomes.get(follower))
                .ifPresent(outcome -> {
                  followers.put(follower, outcome);
                  asked.computeIfPresent(leader, (name, own) -> own.speakingFor(follower, outcome));
                }));
    return new UpdateOutcome.Done(asked, followers, added, publishing);
  }

  private static HostOutcome outcome(Publication publication) {
    return switch (publication) {
      case Publication.Published() -> new HostOutcome.Changed();
      case Publication.HandedOver(String reason) -> new HostOutcome.HandedOver(reason);
      case Publication.Refused(String reason) -> new HostOutcome.ZoneRefused(reason);
    };
  }
}
