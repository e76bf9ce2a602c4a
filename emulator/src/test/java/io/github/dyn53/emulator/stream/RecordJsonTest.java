package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

class RecordJsonTest {

  private static final String ARN =
      "arn:aws:dynamodb:ddblocal:000000000000:table/Hosts/stream/2026-11-22T18:00:00.000";
  private static final Map<String, AttributeValue> KEYS =
      Map.of("name", AttributeValue.fromS("home.dyn.test"));

  @Test
  void writesRecordAsLambdaDoes() {
    var written =
        Record.builder()
            .eventID("e1")
            .eventName("MODIFY")
            .eventVersion("1.1")
            .eventSource("aws:dynamodb")
            .awsRegion("ddblocal")
            .dynamodb(change ->
                change
                    .approximateCreationDateTime(Instant.ofEpochMilli(1_479_499_740_900L))
                    .keys(KEYS)
                    .newImage(Map.of("a", AttributeValue.fromN("1.50")))
                    .oldImage(KEYS)
                    .sequenceNumber("100")
                    .sizeBytes(59L)
                    .streamViewType("NEW_AND_OLD_IMAGES"))
            .build();

    assertThat(RecordJson.of(written, ARN).json().toString())
        .isEqualTo(
            """
            {"eventID":"e1","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb",\
            "awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1479499740,\
            "Keys":{"name":{"S":"home.dyn.test"}},"NewImage":{"a":{"N":"1.50"}},\
            "OldImage":{"name":{"S":"home.dyn.test"}},"SequenceNumber":"100","SizeBytes":59,\
            "StreamViewType":"NEW_AND_OLD_IMAGES"},\
            "eventSourceARN":"arn:aws:dynamodb:us-east-1:000000000000:table/Hosts/stream/2026-11-22T18:00:00.000"}\
            """);
  }

  @Test
  void leavesOutImagesThatAreNotThereAndNamesService() {
    var written =
        Record.builder()
            .eventName("REMOVE")
            .userIdentity(by -> by.principalId("dynamodb.amazonaws.com").type("Service"))
            .dynamodb(change ->
                change
                    .approximateCreationDateTime(Instant.EPOCH)
                    .keys(KEYS)
                    .sequenceNumber("1")
                    .sizeBytes(1L))
            .build();

    assertThat(RecordJson.of(written, ARN).json().toString())
        .doesNotContain("Image\"")
        .contains(
            "\"userIdentity\":{\"principalId\":\"dynamodb.amazonaws.com\",\"type\":\"Service\"}");
  }

  @Test
  void writesEveryTypeOfValue() {
    var bytes = SdkBytes.fromUtf8String("bytes");
    Map<String, AttributeValue> image =
        Map.of(
            "b", AttributeValue.fromB(bytes),
            "bool", AttributeValue.fromBool(false),
            "bs", AttributeValue.fromBs(List.of(bytes)),
            "l",
                AttributeValue.fromL(
                    List.of(AttributeValue.fromS("x"), AttributeValue.fromNul(true))),
            "m", AttributeValue.fromM(Map.of("n", AttributeValue.fromN("2"))),
            "ns", AttributeValue.fromNs(List.of("1", "2")),
            "ss", AttributeValue.fromSs(List.of("p", "q")));
    var written =
        Record.builder()
            .dynamodb(change ->
                change
                    .approximateCreationDateTime(Instant.EPOCH)
                    .keys(KEYS)
                    .newImage(image)
                    .sequenceNumber("1")
                    .sizeBytes(1L))
            .build();

    assertThat(RecordJson.of(written, ARN).json().at("/dynamodb/NewImage").toString())
        .isEqualTo(
            """
            {"b":{"B":"Ynl0ZXM="},"bool":{"BOOL":false},"bs":{"BS":["Ynl0ZXM="]},\
            "l":{"L":[{"S":"x"},{"NULL":true}]},"m":{"M":{"n":{"N":"2"}}},\
            "ns":{"NS":["1","2"]},"ss":{"SS":["p","q"]}}\
            """);
  }
}
