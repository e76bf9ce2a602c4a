package io.github.dyn53.bench.storm;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The course of a storm: who asked when, what was answered, and when DNS was right. */
final class Course {

  private final Map<Hostname, Instant> asked = new HashMap<>();
  private final Map<String, Instant> right = new HashMap<>();
  private final List<Duration> replies = new ArrayList<>();
  private int errors;

  /** A host asks for its new address; asked again, the first time counts. */
  void asks(Hostname hostname, Instant now) {
    asked.putIfAbsent(hostname, now);
  }

  /** A host was answered. */
  void answered(boolean good, Duration reply) {
    replies.add(reply);
    errors += good ? 0 : 1;
  }

  /** Route 53 took a record set, which is the new one of its host: each has only one to come. */
  void published(RecordSet recordSet, Instant now) {
    right.putIfAbsent(recordSet.key().name().toString(), now);
  }

  /** How many hosts have no right record set. */
  int lost() {
    return asked.size() - right.size();
  }

  /** How many answers told a client that it failed. */
  int errors() {
    return errors;
  }

  /** From the first question of each host to its right record set, the shortest first. */
  List<Duration> delays() {
    return asked.entrySet().stream()
        .filter(entry -> right.containsKey(entry.getKey().value()))
        .map(entry -> Duration.between(entry.getValue(), right.get(entry.getKey().value())))
        .sorted()
        .toList();
  }

  /** How long the answers took, the shortest first. */
  List<Duration> replies() {
    return replies.stream().sorted().toList();
  }

  /** When the last host was right. */
  Instant end() {
    return right.values().stream().max(Instant::compareTo).orElse(Storm.START);
  }
}
