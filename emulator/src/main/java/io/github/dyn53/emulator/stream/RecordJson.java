package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Writes records as Lambda's DynamoDB event has them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html#events-sample-dynamodb">Example
 *     event</a>
 */
final class RecordJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What DynamoDB Local calls its region, also within ARNs. */
  private static final String LOCAL_REGION = "ddblocal";

  private static final String REGION = "us-east-1";

  private RecordJson() {}

  /** The name of a stream as AWS would give it. */
  static String arn(String streamArn) {
    return streamArn.replace(":" + LOCAL_REGION + ":", ":" + REGION + ":");
  }

  /** The event's form of a record from the stream {@code streamArn}. */
  static StreamRecord of(Record stream, String streamArn) {
    ObjectNode json =
        JSON.objectNode()
            .put("eventID", stream.eventID())
            .put("eventName", stream.eventNameAsString())
            .put("eventVersion", stream.eventVersion())
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", REGION);
    json.set("dynamodb", change(stream));
    if (stream.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", stream.userIdentity().principalId())
          .put("type", stream.userIdentity().type());
    }
    json.put("eventSourceARN", arn(streamArn));
    return new StreamRecord(
        stream.dynamodb().sequenceNumber(), stream.dynamodb().approximateCreationDateTime(), json);
  }

  private static ObjectNode change(Record stream) {
    var change = stream.dynamodb();
    ObjectNode json =
        JSON.objectNode()
            .put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
    json.set("Keys", item(change.keys()));
    if (change.hasNewImage()) {
      json.set("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage()) {
      json.set("OldImage", item(change.oldImage()));
    }
    return json.put("SequenceNumber", change.sequenceNumber())
        .put("SizeBytes", change.sizeBytes())
        .put("StreamViewType", change.streamViewTypeAsString());
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    ObjectNode json = JSON.objectNode();
    new TreeMap<>(attributes).forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  private static ObjectNode value(AttributeValue value) {
    return switch (value.type()) {
      case S -> JSON.objectNode().put("S", value.s());
      case N -> JSON.objectNode().put("N", value.n());
      case B -> JSON.objectNode().set("B", bytes(value.b()));
      case SS -> list("SS", value.ss().stream().map(JSON::textNode).toList());
      case NS -> list("NS", value.ns().stream().map(JSON::textNode).toList());
      case BS -> list("BS", value.bs().stream().map(RecordJson::bytes).toList());
      case M -> JSON.objectNode().set("M", item(value.m()));
      case L -> list("L", value.l().stream().map(RecordJson::value).toList());
      case BOOL -> JSON.objectNode().put("BOOL", value.bool());
      case NUL -> JSON.objectNode().put("NULL", value.nul());
      // DynamoDB Local's stream loses what an empty map or list is; hosts have empty maps.
      case UNKNOWN_TO_SDK_VERSION -> JSON.objectNode().set("M", JSON.objectNode());
    };
  }

  private static JsonNode bytes(SdkBytes bytes) {
    return JSON.binaryNode(bytes.asByteArray());
  }

  private static ObjectNode list(String type, List<? extends JsonNode> values) {
    ObjectNode json = JSON.objectNode();
    json.putArray(type).addAll(values);
    return json;
  }
}
