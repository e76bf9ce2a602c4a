package io.github.dyn53.bench;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked of AWS.
 *
 * @param counts how often each call was made
 * @param connections how many different connections they came over
 */
record AwsCalls(Map<AwsCall, Integer> counts, int connections) {

  AwsCalls {
    counts = Map.copyOf(counts);
  }

  /** All calls. */
  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts calls. Safe for several threads. */
  static final class Counter {

    private final Map<AwsCall, Integer> counts = new EnumMap<>(AwsCall.class);
    private final Set<String> connections = new HashSet<>();

    synchronized void count(AwsCall call, String connection) {
      counts.merge(call, 1, Integer::sum);
      connections.add(connection);
    }

    /** What was counted since the last time. */
    synchronized AwsCalls take() {
      var calls = new AwsCalls(counts, connections.size());
      counts.clear();
      connections.clear();
      return calls;
    }
  }
}
