package io.github.dyn53.functions.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes one line of JSON, without a line end. */
public final class LogLine {

  private LogLine() {}

  /** Writes the fields of a line. */
  @FunctionalInterface
  public interface Fields {

    /** Writes fields into an object that is open already. */
    void write(JsonGenerator generator) throws IOException;
  }

  /** The line with these fields. */
  public static String of(JsonFactory json, Fields fields) {
    var line = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(line)) {
      generator.writeStartObject();
      fields.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter never fails", e);
    }
    return line.toString();
  }

  /** Writes a list; an empty one is left out. */
  public static void writeTexts(JsonGenerator generator, String name, Iterable<?> values)
      throws IOException {
    if (values.iterator().hasNext()) {
      generator.writeArrayFieldStart(name);
      for (Object value : values) {
        generator.writeString(value.toString());
      }
      generator.writeEndArray();
    }
  }

  /** Milliseconds with three decimals. */
  public static double milliseconds(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / 1_000.0;
  }
}
