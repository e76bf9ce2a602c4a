package io.github.dyn53.simulation;

import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Host;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.HostUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges whether requests keep to what their token may do. */
final class LimitLedger {

  /** Less than lies between two acts of a run, and more than one of them takes. */
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<Hostname, List<Instant>> wishes = new HashMap<>();
  private final Limits limits;
  private final InstantSource clock;
  private final Consumer<String> complaints;

  LimitLedger(Limits limits, InstantSource clock, Consumer<String> complaints) {
    this.limits = limits;
    this.clock = clock;
    this.complaints = complaints;
  }

  /** A host was saved. */
  void saved(Host before, Host after, Writer writer) {
    Hostname hostname = after.hostname();
    Optional<HostUpdate> asked = writer.asked(hostname);
    boolean moves = !after.wanted().equals(before.wanted());
    boolean challenges = !after.challenges().equals(before.challenges());
    if (asked.isEmpty() || !(moves || challenges)) {
      return;
    }
    writer.changed().put(hostname, after.version());
    if (writer.changed().size() > limits.hosts()) {
      complaints.accept(
          "a token moved more hosts at once than it may: " + writer.changed().keySet());
    }
    boolean adds = asked.get().challenge().flatMap(ChallengeChange::added).isPresent();
    if (adds) {
      judgeChallenges(before, after);
    }
    // To take a challenge away is always granted.
    if (moves || adds) {
      wishes.computeIfAbsent(hostname, unused -> new ArrayList<>()).add(clock.instant());
      if (wishesThisHour(hostname) > limits.changesPerHour()) {
        complaints.accept("a token changed %s more often than it may".formatted(hostname));
      }
    }
  }

  private void judgeChallenges(Host before, Host after) {
    int most = Math.max(limits.challenges(), before.liveChallenges(clock.instant()).size());
    if (limits.challenges() < Limits.MOST_CHALLENGES && after.challenges().size() > most) {
      complaints.accept(
          "a token has more challenges of %s than it may".formatted(after.hostname()));
    }
  }

  private long wishesThisHour(Hostname hostname) {
    Instant since = clock.instant().minus(HOUR);
    return wishes.getOrDefault(hostname, List.of()).stream().filter(since::isBefore).count();
  }

  /** A request was answered for one host: who is turned down has changed nothing. */
  void answered(Writer writer, Host host, HostOutcome outcome) {
    Hostname hostname = host.hostname();
    if (outcome instanceof HostOutcome.OverLimit(String reason)) {
      // Where its save's answer was lost and another writer came since, it can't know of its own.
      if (Objects.equals(writer.changed().get(hostname), host.version())) {
        complaints.accept("%s was changed, but answered %s".formatted(hostname, outcome));
      }
      boolean often = reason.startsWith("too many changes");
      if (often && wishesThisHour(hostname) < limits.changesPerHour()) {
        complaints.accept("%s was not changed so often: %s".formatted(hostname, reason));
      }
    }
  }
}
