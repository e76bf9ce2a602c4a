package io.github.dyn53.functions.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of one line in CloudWatch's embedded metric format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
public final class Metrics {

  private final String function;
  private final List<Metric> metrics = new ArrayList<>();

  /**
   * Starts without any.
   *
   * @param function the one dimension of all of them, such as {@code update}
   */
  public Metrics(String function) {
    this.function = function;
  }

  private record Metric(String name, String unit, Number value) {}

  /** Adds a number of things. */
  public Metrics count(String name, long value) {
    metrics.add(new Metric(name, "Count", value));
    return this;
  }

  /** Adds a duration in milliseconds. */
  public Metrics milliseconds(String name, Duration value) {
    metrics.add(new Metric(name, "Milliseconds", LogLine.milliseconds(value)));
    return this;
  }

  /** Adds a duration in whole seconds. */
  public Metrics seconds(String name, Duration value) {
    metrics.add(new Metric(name, "Seconds", value.toSeconds()));
    return this;
  }

  /** Writes them as fields of an open object; nothing where there are none. */
  public void write(JsonGenerator generator, Instant at) throws IOException {
    if (metrics.isEmpty()) {
      return;
    }
    generator.writeStringField("Function", function);
    for (Metric metric : metrics) {
      generator.writeFieldName(metric.name());
      if (metric.value() instanceof Long whole) {
        generator.writeNumber(whole);
      } else {
        generator.writeNumber(metric.value().doubleValue());
      }
    }
    writeDirective(generator, at);
  }

  private void writeDirective(JsonGenerator generator, Instant at) throws IOException {
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
    for (Metric metric : metrics) {
      generator.writeStartObject();
      generator.writeStringField("Name", metric.name());
      generator.writeStringField("Unit", metric.unit());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }
}
