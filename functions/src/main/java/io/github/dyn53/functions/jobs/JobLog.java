package io.github.dyn53.functions.jobs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.functions.log.LogLine;
import io.github.dyn53.functions.log.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes one line of JSON for each invocation, with its metrics. */
final class JobLog {

  private final JsonFactory json;
  private final InstantSource clock;
  private final Consumer<String> lines;

  JobLog(JsonFactory json, InstantSource clock, Consumer<String> lines) {
    this.json = json;
    this.clock = clock;
    this.lines = lines;
  }

  /**
   * What is being logged.
   *
   * @param requestId the id that Lambda gave the invocation
   * @param start when it began
   */
  record Run(String requestId, Instant start) {}

  void done(Run run, LogLine.Fields fields, Metrics metrics) {
    lines.accept(
        LogLine.of(
            json,
            generator -> {
              writeRun(generator, run, "done");
              fields.write(generator);
              metrics.write(generator, run.start());
            }));
  }

  /** Tells of an invocation that came to nothing; whoever made it learns so by the exception. */
  void failed(Run run, Exception reason) {
    lines.accept(
        LogLine.of(
            json,
            generator -> {
              writeRun(generator, run, "failed");
              generator.writeStringField(
                  "reason",
                  Objects.requireNonNullElse(reason.getMessage(), reason.getClass().getName()));
            }));
  }

  /** Tells of an invocation that did a part, and fails all the same so that the alarm sees it. */
  void failed(Run run, String reason, LogLine.Fields fields, Metrics metrics) {
    lines.accept(
        LogLine.of(
            json,
            generator -> {
              writeRun(generator, run, "failed");
              generator.writeStringField("reason", reason);
              fields.write(generator);
              metrics.write(generator, run.start());
            }));
  }

  private void writeRun(JsonGenerator generator, Run run, String outcome) throws IOException {
    Duration taken = Duration.between(run.start(), clock.instant());
    generator.writeStringField("time", run.start().toString());
    generator.writeStringField("requestId", run.requestId());
    generator.writeStringField("outcome", outcome);
    generator.writeNumberField("milliseconds", LogLine.milliseconds(taken));
  }
}
