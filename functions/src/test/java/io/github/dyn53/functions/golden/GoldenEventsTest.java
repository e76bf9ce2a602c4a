package io.github.dyn53.functions.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.protocol.ReturnCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden event gets its reply from the handler over ports in memory. */
class GoldenEventsTest {

  static List<GoldenEvent> events() {
    return GoldenEvent.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventGetsItsReply(GoldenEvent golden) throws IOException {
    var handler = new GoldenHandler();
    handler.failNext(golden.fault());

    assertThat(handler.answer(golden.event())).isEqualTo(golden.reply());
  }

  @Test
  void everyEventHasItsReplyAndEveryReplyItsEvent() throws IOException {
    List<String> files = files();
    List<String> replies = without(files, GoldenEvent.REPLY);
    List<String> events =
        without(files, GoldenEvent.EVENT).stream().filter(n -> !n.endsWith(".reply")).toList();

    assertThat(events).containsExactlyInAnyOrderElementsOf(replies);
    assertThat(files).filteredOn(file -> !file.endsWith(".json")).containsExactly("README.md");
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(GoldenEvent.FOLDER)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> without(List<String> files, String ending) {
    return files.stream()
        .filter(file -> file.endsWith(ending))
        .map(file -> file.substring(0, file.length() - ending.length()))
        .toList();
  }

  @Test
  void thereAreEnough() {
    assertThat(events()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @EnumSource(ReturnCode.class)
  void everyReturnCodeIsSeen(ReturnCode code) {
    assertThat(events())
        .flatMap(golden -> Arrays.asList(String.valueOf(golden.reply().get("body")).split("[ \n]")))
        .contains(code.word());
  }
}
