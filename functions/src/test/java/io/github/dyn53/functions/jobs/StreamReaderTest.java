package io.github.dyn53.functions.jobs;

import static io.github.dyn53.functions.jobs.StreamEvents.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.dyn53.dns.Hostname;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamReaderTest {

  private static final Hostname HOME = new Hostname("home.example.com");
  private static final Hostname NAS = new Hostname("nas.example.com");

  @Test
  void takesEachHostOnceWithItsFirstRecord() throws IOException {
    StreamBatch batch =
        read(
            StreamEvents.of(
                record("home.example.com", "99900000000000000000001"),
                record("nas.example.com", "99900000000000000000002"),
                record("home.example.com", "100000000000000000000003")));

    assertThat(batch.hostnames()).containsExactly(HOME, NAS);
    assertThat(batch.firstRecords(List.of(NAS, HOME)))
        .containsExactly("99900000000000000000001", "99900000000000000000002");
    assertThat(batch.skipped()).isZero();
  }

  @Test
  void takesTheLowestNumberWhereRecordsComeOutOfOrder() throws IOException {
    StreamBatch batch =
        read(
            StreamEvents.of(record("home.example.com", "1000"), record("home.example.com", "999")));

    assertThat(batch.firstRecords(List.of(HOME))).containsExactly("999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "[[]]",
        "{\"dynamodb\":null}",
        "{\"dynamodb\":[]}",
        "{\"dynamodb\":{\"SequenceNumber\":\"1\"}}",
        "{\"dynamodb\":{\"Keys\":{\"name\":{\"S\":\"h.example.com\"}}}}",
        "{\"dynamodb\":{\"Keys\":{\"name\":{\"N\":\"1\"}},\"SequenceNumber\":\"1\"}}",
        "{\"dynamodb\":{\"Keys\":{\"name\":{\"S\":7}},\"SequenceNumber\":\"1\"}}",
        "{\"dynamodb\":{\"Keys\":{\"name\":{\"S\":\"!storm\"}},\"SequenceNumber\":\"1\"}}",
        "{\"dynamodb\":{\"Keys\":{\"name\":{\"S\":\"a..b\"}},\"SequenceNumber\":\"1\"}}"
      })
  void skipsRecordOfNoHost(String odd) throws IOException {
    StreamBatch batch = read(StreamEvents.of(odd, record("home.example.com", "2")));

    assertThat(batch.hostnames()).containsExactly(HOME);
    assertThat(batch.records()).isEqualTo(2);
    assertThat(batch.skipped()).isEqualTo(1);
  }

  @Test
  void takesNothingFromAnEmptyList() throws IOException {
    assertThat(read("{\"Records\":[]}").hostnames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | not a JSON object
          [] | not a JSON object
          "x" | not a JSON object
          {} | no list of Records
          {"Records":{}} | no list of Records
          {"records":[]} | no list of Records
          {"Records":[ | not JSON
          {"Records":[{"dynamodb": | not JSON
          {"Records":[}} | not JSON
          nonsense | not JSON
          """)
  void saysWhatIsWrongWithOtherEvents(String event, String reason) {
    assertThatIOException()
        .isThrownBy(() -> read(event))
        .withMessage("not an event of a table's stream: " + reason);
  }

  private static StreamBatch read(String event) throws IOException {
    return StreamReader.read(new JsonFactory(), new ByteArrayInputStream(event.getBytes(UTF_8)));
  }
}
