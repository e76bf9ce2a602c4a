package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.protocol.WebReply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes a reply as API Gateway wants it; API Gateway itself adds {@code Content-Length}. */
final class ReplyWriter {

  private ReplyWriter() {}

  static void write(JsonFactory json, WebReply reply, OutputStream out) throws IOException {
    try (JsonGenerator generator = json.createGenerator(out)) {
      generator.writeStartObject();
      generator.writeNumberField("statusCode", reply.status());
      generator.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : reply.headers().entrySet()) {
        generator.writeStringField(header.getKey(), header.getValue());
      }
      generator.writeEndObject();
      generator.writeStringField("body", reply.body());
      generator.writeBooleanField("isBase64Encoded", false);
      generator.writeEndObject();
    }
  }
}
