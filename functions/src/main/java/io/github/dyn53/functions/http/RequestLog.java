package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.protocol.Handled;
import io.github.dyn53.protocol.Summary;
import io.github.dyn53.protocol.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for each request. The line of an update carries its metrics in
 * CloudWatch's embedded metric format. Path, query, headers and body stay out: each may hold a
 * secret.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
final class RequestLog {

  private static final List<String> COUNTS = List.of("Updates", "Unchanged", "Refused", "Failed");
  private static final String ROUTE53 = "Route53Milliseconds";

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
    var line = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(line)) {
      generator.writeStartObject();
      writeRequest(generator, handled, timing);
      if (!handled.summary().verdicts().isEmpty()) {
        writeMetrics(generator, handled.summary(), timing.start());
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter never fails", e);
    }
    lines.accept(line.toString());
  }

  private static void writeRequest(JsonGenerator generator, Handled handled, Timing timing)
      throws IOException {
    Summary summary = handled.summary();
    generator.writeStringField("time", timing.start().toString());
    generator.writeStringField("requestId", timing.requestId());
    generator.writeStringField("outcome", summary.outcome());
    generator.writeNumberField("status", handled.reply().status());
    writeTexts(generator, "hosts", summary.hosts());
    writeTexts(generator, "families", summary.families());
    writeTexts(generator, "notes", summary.notes());
    generator.writeNumberField("milliseconds", milliseconds(timing.taken()));
    generator.writeStringField("start", timing.cold() ? "cold" : "warm");
  }

  private static void writeTexts(JsonGenerator generator, String name, Iterable<?> values)
      throws IOException {
    if (values.iterator().hasNext()) {
      generator.writeArrayFieldStart(name);
      for (Object value : values) {
        generator.writeString(value.toString());
      }
      generator.writeEndArray();
    }
  }

  private static void writeMetrics(JsonGenerator generator, Summary summary, Instant at)
      throws IOException {
    boolean published = summary.publishing().isPositive();
    generator.writeStringField("Function", "update");
    generator.writeNumberField("Updates", summary.count(Verdict.UPDATED));
    generator.writeNumberField("Unchanged", summary.count(Verdict.UNCHANGED));
    generator.writeNumberField("Refused", summary.count(Verdict.REFUSED));
    generator.writeNumberField("Failed", summary.count(Verdict.FAILED));
    if (published) {
      generator.writeNumberField(ROUTE53, milliseconds(summary.publishing()));
    }
    writeDirective(generator, published, at);
  }

  private static void writeDirective(JsonGenerator generator, boolean published, Instant at)
      throws IOException {
    generator.writeObjectFieldStart("_aws");
    generator.writeNumberField("Timestamp", at.toEpochMilli());
    generator.writeArrayFieldStart("CloudWatchMetrics");
    generator.writeStartObject();
    generator.writeStringField("Namespace", "dyn53");
    generator.writeArrayFieldStart("Dimensions");
    generator.writeStartArray();
    generator.writeString("Function");
    generator.writeEndArray();
    generator.writeEndArray();
    generator.writeArrayFieldStart("Metrics");
    for (String count : COUNTS) {
      writeMetric(generator, count, "Count");
    }
    if (published) {
      writeMetric(generator, ROUTE53, "Milliseconds");
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void writeMetric(JsonGenerator generator, String name, String unit)
      throws IOException {
    generator.writeStartObject();
    generator.writeStringField("Name", name);
    generator.writeStringField("Unit", unit);
    generator.writeEndObject();
  }

  private static double milliseconds(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / 1_000.0;
  }
}
