package io.github.dyn53.cli.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints findings for programs. */
public record DiagnosisJson(PrintStream out) {

  /** Prints one object, {@code {"ok": ..., "findings": [...]}}, and a line end. */
  public void print(Diagnosis diagnosis) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeBooleanField("ok", diagnosis.worst().isEmpty());
      json.writeArrayFieldStart("findings");
      for (FindingLine finding : diagnosis.findings()) {
        write(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    out.println(text);
  }

  private static void write(JsonGenerator json, FindingLine finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", finding.subject().name().toLowerCase(Locale.ROOT));
    json.writeStringField("about", finding.about());
    json.writeStringField("level", finding.level().name().toLowerCase(Locale.ROOT));
    json.writeStringField("seen", finding.seen());
    json.writeStringField("meaning", finding.meaning());
    json.writeStringField("remedy", finding.remedy());
    json.writeEndObject();
  }
}
