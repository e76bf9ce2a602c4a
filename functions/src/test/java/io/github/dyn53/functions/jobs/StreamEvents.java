package io.github.dyn53.functions.jobs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as Lambda hands them over from the stream of the table Hosts. */
final class StreamEvents {

  private StreamEvents() {}

  static String of(String... records) {
    return Stream.of(records).collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  /** A record with all that AWS puts into one. */
  static String record(String name, String sequenceNumber) {
    return """
    {"eventID":"c4ca4238a0b923820dcc509a6f75849b","eventName":"MODIFY","eventVersion":"1.1",
    "eventSource":"aws:dynamodb","awsRegion":"eu-central-1","dynamodb":{
    "ApproximateCreationDateTime":1763800530.0,"Keys":{"name":{"S":"%1$s"}},
    "NewImage":{"name":{"S":"%1$s"},"version":{"N":"8"},"handedOver":{"S":"2026-11-22T10:15:30Z"},
    "wanted":{"M":{"name":{"S":"other.example.com"}}},"types":{"SS":["A","AAAA"]}},
    "OldImage":{"name":{"S":"%1$s"},"version":{"N":"7"}},
    "SequenceNumber":"%2$s","SizeBytes":412,"StreamViewType":"NEW_AND_OLD_IMAGES"},
    "eventSourceARN":"arn:aws:dynamodb:eu-central-1:000000000000:table/hosts/stream/2026"}
    """
        .formatted(name, sequenceNumber);
  }
}
