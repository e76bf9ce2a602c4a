package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultFileTest {
  private static final Call CHANGE =
      new Call(Action.CHANGE_RESOURCE_RECORD_SETS, List.of("Z1"), Map.of(), "");
  private static final Call LIST = new Call(Action.LIST_HOSTED_ZONES, List.of(), Map.of(), "");

  private Path file = Path.of("");
  private Instant modified = Instant.parse("2026-11-22T18:00:00Z");

  @BeforeEach
  void nameFile(@TempDir Path folder) {
    file = folder.resolve("faults.json");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          throttle,            THROTTLE
          busy,                BUSY
          access-denied,       ACCESS_DENIED
          no-such-zone,        NO_SUCH_ZONE
          invalid-change-batch, INVALID_CHANGE_BATCH
          internal-error,      INTERNAL_ERROR
          unavailable,         UNAVAILABLE
          lost-answer,         LostAnswer[]
          reset,               Reset[]
          """)
  void readsFault(String word, String fault) throws IOException {
    write("[{\"fault\": \"%s\"}]".formatted(word));

    assertThat(Faults.inFile(file, Optional.empty()).next(LIST, Optional.empty(), ""))
        .map(FaultFileTest::shown)
        .contains(fault);
  }

  @Test
  void readsLatencyAndWhenItHappens() throws IOException {
    write(
        "[{\"fault\":\"latency\",\"milliseconds\":1500,\"action\":\"ListHostedZones\",\"after\":1,\"times\":1}]");
    var faults = Faults.inFile(file, Optional.empty());

    assertThat(faults.next(CHANGE, Optional.empty(), "")).isEmpty();
    assertThat(faults.next(LIST, Optional.empty(), "")).isEmpty();
    assertThat(faults.next(LIST, Optional.empty(), ""))
        .contains(new Fault.Latency<>(Duration.ofMillis(1500)));
    assertThat(faults.next(LIST, Optional.empty(), "")).isEmpty();
  }

  @Test
  void happensToCallsOfOneFunction() throws IOException {
    var callers = new Callers(List.of("UpdateFunction", "PublishFunction"));
    callers.add("key1", "UpdateFunction", () -> {});
    callers.add("key2", "PublishFunction", () -> {});
    write("[{\"fault\":\"reset\",\"function\":\"PublishFunction\"}]");
    var faults = Faults.inFile(file, Optional.of(callers));

    assertThat(faults.next(LIST, Optional.empty(), signedWith("key1"))).isEmpty();
    assertThat(faults.next(LIST, Optional.empty(), signedWith("key3"))).isEmpty();
    assertThat(faults.next(LIST, Optional.empty(), signedWith("key2")))
        .contains(new Fault.Reset<>());
    write("[{\"fault\":\"reset\",\"function\":\"PublishFunctio\"}]");
    assertThatThrownBy(() -> Faults.inFile(file, Optional.of(callers)))
        .hasMessageContaining("must be one of UpdateFunction, PublishFunction, not");
    callers.remove("key2");
    assertThat(faults.next(LIST, Optional.empty(), signedWith("key2"))).isEmpty();
  }

  private static String signedWith(String key) {
    return "AWS4-HMAC-SHA256 Credential=%s/20261128/us-east-1/route53/aws4_request".formatted(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"fault":"busy","percent":0}]              | "percent" must be a whole number from 1 on, not 0
          [{"fault":"busy","percent":101}]            | "percent" must not be more than 100
          {"fault":"throttle"}                        | faults.json: must be an array of rules
          [                                           | faults.json is not JSON: Unexpected end-of-input
          [3]                                         | [0]: must be an object
          [{}]                                        | [0]: "fault" is missing
          [{"fault":"throttle"},{"fault":"thottle"}]  | [1]: "fault" must be one of latency, throttle, busy
          [{"fault":7}]                               | "fault" must be a text, not 7
          [{"fault":"busy","time":3}]                 | "time" is unknown; the fields are action, zone
          [{"fault":"busy","times":0}]                | "times" must be a whole number from 1 on, not 0
          [{"fault":"busy","times":"3"}]              | "times" must be a whole number from 1 on, not "3"
          [{"fault":"busy","after":-1}]               | "after" must be a whole number from 0 on, not -1
          [{"fault":"busy","after":1.5}]              | "after" must be a whole number
          [{"fault":"busy","action":"ListZones"}]     | "action" is not a served action: "ListZones"
          [{"fault":"busy","zone":null}]              | "zone" must be a text, not null
          [{"fault":"latency"}]                       | "milliseconds" is missing
          [{"fault":"latency","milliseconds":600001}] | "milliseconds" must not be more than 600000
          [{"fault":"kill"}]                          | "fault" can't kill a function unless it has a process
          [{"fault":"busy","function":"F"}]           | "function" tells functions apart that have processes
          [{"fault":"busy","milliseconds":5}]         | "milliseconds" is only for the fault latency
          """)
  void namesFieldThatIsWrong(String content, String problem) throws IOException {
    write(content);

    assertThatThrownBy(() -> Faults.inFile(file, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("faults.json")
        .hasMessageContaining(problem);
  }

  @Test
  void refusesFileThatIsNotThere() {
    assertThatThrownBy(() -> Faults.inFile(file, Optional.empty()))
        .hasMessageContaining("failed to read the faults from " + file);
  }

  @Test
  void readsFileAgainWhenItChanges() throws IOException {
    write("[{\"fault\":\"throttle\",\"times\":1}]");
    var faults = Faults.inFile(file, Optional.empty());
    assertThat(faults.next(LIST, Optional.empty(), "")).isPresent();
    assertThat(faults.next(LIST, Optional.empty(), "")).isEmpty();

    write("[{\"fault\":\"throttle\",\"times\":1}]");
    assertThat(faults.next(LIST, Optional.empty(), ""))
        .contains(new Fault.ErrorAnswer<>(ErrorAnswer.THROTTLE));

    write("[{\"fault\":\"reset\"}]");
    assertThat(faults.next(LIST, Optional.empty(), "")).contains(new Fault.Reset<>());
  }

  @Test
  void keepsRulesWhileFileIsWrongOrGone() throws IOException {
    write("[{\"fault\":\"throttle\"}]");
    var faults = Faults.inFile(file, Optional.empty());

    write("[{\"fault\":");
    assertThat(faults.next(LIST, Optional.empty(), "")).isPresent();
    Files.delete(file);
    assertThat(faults.next(LIST, Optional.empty(), "")).isPresent();
    write("[]");
    assertThat(faults.next(LIST, Optional.empty(), "")).isEmpty();
  }

  private static String shown(Fault<ErrorAnswer> fault) {
    return fault instanceof Fault.ErrorAnswer<ErrorAnswer>(var error)
        ? error.name()
        : fault.toString();
  }

  /** Each time with a later time stamp, as between two edits by a person. */
  private void write(String content) throws IOException {
    Files.writeString(file, content);
    modified = modified.plusSeconds(1);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
