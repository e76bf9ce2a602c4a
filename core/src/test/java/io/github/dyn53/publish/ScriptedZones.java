package io.github.dyn53.publish;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** Zones that keep what they are asked and fail as they are told. */
final class ScriptedZones implements Zones {

  private final List<List<RecordChange>> batches = new ArrayList<>();
  private final List<Duration> timeLimits = new ArrayList<>();
  private final Queue<RuntimeException> failures = new ArrayDeque<>();
  private Predicate<RecordChange> bad = change -> false;
  private List<RecordSet> content = List.of();
  private Set<RecordKey> foreign = Set.of();
  private RuntimeException refusal = new IllegalStateException("no refusal was given");

  /** Fails the next call of any kind, after those that were told of before. */
  void failNext(RuntimeException failure) {
    failures.add(failure);
  }

  /** Fails every batch that holds such a change. */
  void refuse(Predicate<RecordChange> change, RuntimeException reason) {
    bad = change;
    refusal = reason;
  }

  /** Answers look-ups from these. */
  void hold(List<RecordSet> recordSets) {
    content = recordSets;
  }

  /** Lists this as what dyn53 does not read. */
  void holdForeign(RecordKey... keys) {
    foreign = Set.of(keys);
  }

  /** Every batch that was asked for, taken or not. */
  List<List<RecordChange>> batches() {
    return batches;
  }

  /** The time limits of all calls, in order. */
  List<Duration> timeLimits() {
    return timeLimits;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    batches.add(changes);
    begin(timeLimit);
    if (changes.stream().anyMatch(bad)) {
      throw refusal;
    }
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    begin(timeLimit);
    return content.stream().filter(recordSet -> recordSet.key().equals(key)).findFirst();
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    begin(timeLimit);
    return new ZonePage(content, foreign, Optional.empty());
  }

  private void begin(Duration timeLimit) {
    timeLimits.add(timeLimit);
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }
}
