package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.update.HostReport;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.cli.update.Round;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTextTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UPDATED,     no,  yes, out
          UPDATED,     yes, yes, ''
          UNCHANGED,   yes, yes, ''
          REFUSED,     no,  no,  err
          REFUSED,     yes, no,  ''
          REFUSED,     yes, yes, err
          NO_ADDRESS,  yes, no,  ''
          NO_ADDRESS,  yes, yes, err
          UNREACHABLE, yes, yes, err
          """)
  void saysWhatIsWrongWhereItIsDueAndTheRestAloud(
      Result result, String quiet, String due, String where) {
    var report =
        new HostReport(
            new Hostname("home.example.com"), result, Addresses.NONE, "text", due.equals("yes"));
    Set<Switch> switches = quiet.equals("yes") ? Set.of(Switch.QUIET) : Set.of();

    new RoundText(stream(out), stream(err), new Options(Optional.empty(), List.of(), switches))
        .print(new Round(List.of(report), Optional.empty()));

    assertThat(out.toString(StandardCharsets.UTF_8).contains("text"))
        .isEqualTo(where.equals("out"));
    assertThat(err.toString(StandardCharsets.UTF_8).contains("text"))
        .isEqualTo(where.equals("err"));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
