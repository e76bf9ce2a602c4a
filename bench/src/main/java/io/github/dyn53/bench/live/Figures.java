package io.github.dyn53.bench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a storm came to. */
final class Figures {

  private static final double MILLIS = 1e6;

  private final List<Duration> replies = new ArrayList<>();
  private final List<Duration> publications = new ArrayList<>();
  private final Map<String, Integer> words = new TreeMap<>();
  private Duration took = Duration.ZERO;
  private int lost;

  synchronized void replied(Duration duration, String reply) {
    replies.add(duration);
    words.merge(reply.strip().split(" ", -1)[0], 1, Integer::sum);
  }

  synchronized void published(Duration afterGood) {
    publications.add(afterGood);
  }

  synchronized void took(Duration duration) {
    took = duration;
  }

  synchronized void lost(int count) {
    lost = count;
  }

  /** How often each word was answered. */
  synchronized Map<String, Integer> words() {
    return Map.copyOf(words);
  }

  /** How many acknowledged updates DNS answered in the end. */
  synchronized int published() {
    return publications.size();
  }

  /** As Markdown. */
  synchronized String table() {
    return """
    | figure | value |
    |---|---|
    | replies | %s |
    | requests per second | %.0f |
    | reply, p50 / p99 | %.0f ms / %.0f ms |
    | from good to the DNS answer, p50 / p99 / last | %.0f ms / %.0f ms / %.0f ms |
    | lost | %d |
    """
        .formatted(
            words,
            replies.size() / (took.toNanos() / 1e9),
            percentile(replies, 50),
            percentile(replies, 99),
            percentile(publications, 50),
            percentile(publications, 99),
            percentile(publications, 100),
            lost);
  }

  private static double percentile(List<Duration> durations, int percent) {
    List<Duration> sorted = durations.stream().sorted().toList();
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(rank, 1) - 1).toNanos() / MILLIS;
  }
}
