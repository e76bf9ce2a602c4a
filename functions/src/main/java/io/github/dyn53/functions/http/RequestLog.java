package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.functions.log.LogLine;
import io.github.dyn53.functions.log.Metrics;
import io.github.dyn53.protocol.Handled;
import io.github.dyn53.protocol.Summary;
import io.github.dyn53.protocol.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for each request. The line of an update carries its metrics. Path, query,
 * headers and body stay out: each may hold a secret.
 */
final class RequestLog {

  private final JsonFactory json;
  private final Consumer<String> lines;

  RequestLog(JsonFactory json, Consumer<String> lines) {
    this.json = json;
    this.lines = lines;
  }

  /**
   * When and how long.
   *
   * @param requestId the id that API Gateway gave the request
   * @param start when the request was read
   * @param taken how long the answer took
   * @param cold whether this is the first request of its process
   */
  record Timing(String requestId, Instant start, Duration taken, boolean cold) {}

  void write(Handled handled, Timing timing) {
    lines.accept(
        LogLine.of(
            json,
            generator -> {
              writeRequest(generator, handled, timing);
              metrics(handled.summary()).write(generator, timing.start());
            }));
  }

  private static void writeRequest(JsonGenerator generator, Handled handled, Timing timing)
      throws IOException {
    Summary summary = handled.summary();
    generator.writeStringField("time", timing.start().toString());
    generator.writeStringField("requestId", timing.requestId());
    generator.writeStringField("outcome", summary.outcome());
    generator.writeNumberField("status", handled.reply().status());
    LogLine.writeTexts(generator, "hosts", summary.hosts());
    LogLine.writeTexts(generator, "families", summary.families());
    LogLine.writeTexts(generator, "notes", summary.notes());
    generator.writeNumberField("milliseconds", LogLine.milliseconds(timing.taken()));
    generator.writeStringField("start", timing.cold() ? "cold" : "warm");
  }

  /** Only an update has any. */
  private static Metrics metrics(Summary summary) {
    var metrics = new Metrics("update");
    if (summary.verdicts().isEmpty()) {
      return metrics;
    }
    metrics
        .count("Updates", summary.count(Verdict.UPDATED))
        .count("Unchanged", summary.count(Verdict.UNCHANGED))
        .count("Refused", summary.count(Verdict.REFUSED))
        .count("Failed", summary.count(Verdict.FAILED));
    return summary.publishing().isPositive()
        ? metrics.milliseconds("Route53Milliseconds", summary.publishing())
        : metrics;
  }
}
