package io.github.dyn53.functions.jobs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an event of the table's stream token by token: an event holds up to a thousand hosts in two
 * versions each, of which only the keys matter, since the newest state is read from the table.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-create-package.html">DynamoDB
 *     Streams event</a>
 */
final class StreamReader {

  private static final String SEQUENCE_NUMBER = "dynamodb.SequenceNumber";
  private static final String NAME = "dynamodb.Keys.name.S";

  private final JsonParser parser;
  private String name = "";
  private String sequenceNumber = "";

  private StreamReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads an event.
   *
   * @throws IOException that says what is wrong where it is not one
   */
  static StreamBatch read(JsonFactory json, InputStream in) throws IOException {
    try (JsonParser parser = json.createParser(in)) {
      return new StreamReader(parser).readEvent();
    } catch (JsonProcessingException | CharConversionException e) {
      throw malformed("not JSON");
    }
  }

  private static IOException malformed(String reason) {
    return new IOException("not an event of a table's stream: " + reason);
  }

  private StreamBatch readEvent() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed("not a JSON object");
    }
    var batch = new StreamBatch();
    boolean found = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isRecords = parser.currentName().equals("Records");
      if (parser.nextToken() == JsonToken.START_ARRAY && isRecords) {
        found = true;
        readRecords(batch);
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw malformed("no list of Records");
    }
    return batch;
  }

  private void readRecords(StreamBatch batch) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      name = "";
      sequenceNumber = "";
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readRecord("");
      } else {
        parser.skipChildren();
      }
      batch.add(name, sequenceNumber);
    }
  }

  /**
   * Reads an object of a record.
   *
   * @param prefix the path to it, each name with a dot behind
   */
  private void readRecord(String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && NAME.startsWith(path + ".")) {
        readRecord(path + ".");
      } else if (value == JsonToken.VALUE_STRING && path.equals(NAME)) {
        name = parser.getText();
      } else if (value == JsonToken.VALUE_STRING && path.equals(SEQUENCE_NUMBER)) {
        sequenceNumber = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
  }
}
