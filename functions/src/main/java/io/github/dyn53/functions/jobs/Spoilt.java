package io.github.dyn53.functions.jobs;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.functions.log.LogLine;
import io.github.dyn53.functions.log.Metrics;
import io.github.dyn53.host.SpoiltHost;
import java.io.IOException;
import java.util.List;

/** What the log says of hosts that a job had to leave as they are. */
final class Spoilt {

  /** Enough to begin with; {@code status} has them all. */
  private static final int MOST = 20;

  private Spoilt() {}

  /** Writes which they are and what is wrong with each; nothing where there are none. */
  static void write(JsonGenerator generator, List<SpoiltHost> hosts) throws IOException {
    LogLine.writeTexts(
        generator,
        "spoilt",
        hosts.stream().map(SpoiltHost::describe).sorted().limit(MOST).toList());
  }

  /** Counts them; a metric costs money in each hour that has a value, and zero needs none. */
  static void count(Metrics metrics, List<SpoiltHost> hosts) {
    if (!hosts.isEmpty()) {
      metrics.count("SpoiltHosts", hosts.size());
    }
  }
}
