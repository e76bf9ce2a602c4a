package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a command line, in this process. */
class MainTest {

  private static final String TOKEN = "za4h6j2bza4h6j2bza4h6j2bza4h6j2b";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** An argument that begins so is a file of arguments to picocli, and its words would be shown. */
  @Test
  void readsNoFileOfArguments(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");

    assertThat(run("update", "@" + file)).isEqualTo(2);

    assertThat(said(err)).contains("dyn53 update takes no such word: @" + file);
    assertThat(said(err)).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update " + TOKEN,
        TOKEN,
        "update --colour=" + TOKEN,
        "update --json=" + TOKEN,
        "update --ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        "setup " + TOKEN,
        "service install --kind " + TOKEN,
      })
  void repeatsNoWordThatMayBeAToken(String arguments) {
    assertThat(run(arguments.split(" ", 0))).isEqualTo(2);

    assertThat(said(err))
        .contains("(not repeated here, since it may be a token)")
        .doesNotContain(TOKEN, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    assertThat(said(out)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update --nope --json                | there is no flag --nope
          update --json --poll                | Missing required parameter for option '--poll'
          doctor --port 0 --json              | --port takes a number from 1 to 65535
          service install --kind foo --json   | there is no kind of service \\\"foo\\\"
          service --json                      | there is no flag --json
          updat --json                        | there is no command updat; did you mean update?
          update --json za4h6j2bza4h6j2bza4h6j2bza4h6j2b | takes no such word: (not repeated here
          """)
  void tellsProgramsInJsonOfAWrongCommandLine(String arguments, String text) {
    assertThat(run(arguments.split(" ", 0))).isEqualTo(2);

    assertThat(said(out)).startsWith("{\"text\":\"").contains(text).endsWith("\"}\n");
    assertThat(said(out)).doesNotContain(TOKEN);
    assertThat(said(err)).isEmpty();
  }

  private int run(String... arguments) {
    return Main.run(arguments, Map.of(), new PrintStream(out, true), new PrintStream(err, true));
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
