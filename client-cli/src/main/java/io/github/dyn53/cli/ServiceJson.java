package io.github.dyn53.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.cli.service.Plan;
import io.github.dyn53.cli.service.ServiceKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code dyn53 service} tells programs.
 *
 * @param done whether it was carried out, not only shown
 * @param ok whether that went well; of a status, whether the service is there
 */
record ServiceJson(ServiceKind kind, Plan plan, boolean done, boolean ok) {

  /** One object; what was said on the way, by the companion and by the system, stands in it. */
  String text(Stream<String> said) {
    return Json.text(
        json -> {
          json.writeStringField("kind", kind.text());
          json.writeBooleanField("done", done);
          json.writeBooleanField("ok", ok);
          files(json);
          json.writeArrayFieldStart("commands");
          for (List<String> command : plan.stops()) {
            strings(json, command);
          }
          for (List<String> command : plan.commands()) {
            strings(json, command);
          }
          json.writeEndArray();
          json.writeFieldName("notes");
          strings(json, plan.notes());
          json.writeFieldName("said");
          strings(json, said.toList());
        },
        true);
  }

  private void files(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (Plan.TextFile file : plan.files()) {
      json.writeStartObject();
      json.writeStringField("path", file.path().toString());
      // The byte order mark belongs to how a file is written.
      json.writeStringField("text", file.text().replace("\uFEFF", ""));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, List<String> strings) throws IOException {
    json.writeStartArray();
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }
}
