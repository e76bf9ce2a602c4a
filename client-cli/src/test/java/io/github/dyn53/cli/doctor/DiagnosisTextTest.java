package io.github.dyn53.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTextTest {

  @Test
  void printsWhatWasSeenWhatItMeansAndWhatToDo() {
    var diagnosis =
        new Diagnosis(
            List.of(
                Subject.CONFIGURATION.ok("", "dyn53.conf names 1 host and 1 endpoint"),
                Subject.ENDPOINT.ok("abc.example", "is found at 9.9.9.9"),
                Subject.CLOCK.warn("", "this machine's clock is 3 minutes slow", "bad", "set it"),
                Subject.NAT.fail("IPv4", "double NAT", "two boxes " + "word ".repeat(20), "one"),
                Subject.PORT.skipped("IPv6 port 443", "not tried")));

    assertThat(text(diagnosis))
        .isEqualTo(
            """
            Configuration
              ok    dyn53.conf names 1 host and 1 endpoint

            Endpoint
              ok    abc.example: is found at 9.9.9.9

            Clock
              warn  this machine's clock is 3 minutes slow
                    It means: bad
                    To do: set it

            Way in from outside
              FAIL  IPv4: double NAT
                    It means: two boxes word word word word word word word word word word word word word word
                      word word word word word word\s
                    To do: one

            Port
              -     IPv6 port 443: not tried

            1 thing to mend (FAIL). Begin with the first: others may follow from it.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OK,SKIPPED     | All is well.
          OK,WARN        | It works; 1 thing (warn) is worth a look.
          WARN,WARN      | It works; 2 things (warn) are worth a look.
          WARN,FAIL,FAIL | 2 things to mend (FAIL). Begin with the first: others may follow from it.
          """)
  void sumsUp(String levels, String summary) {
    List<FindingLine> findings =
        List.of(levels.split(",", 0)).stream()
            .map(level -> new FindingLine(Subject.DNS, "", Level.valueOf(level), "seen", "", ""))
            .toList();

    assertThat(text(new Diagnosis(findings)).lines().toList()).last().isEqualTo(summary);
  }

  @Test
  void printsTheSameForPrograms() {
    var bytes = new ByteArrayOutputStream();
    var finding = Subject.NAT.fail("IPv4", "double \"NAT\"", "two boxes", "one");

    new DiagnosisJson(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(new Diagnosis(List.of(finding)));

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("\"ok\" : false")
        .contains("\"subject\" : \"nat\"")
        .contains("\"level\" : \"fail\"")
        .contains("\"seen\" : \"double \\\"NAT\\\"\"")
        .contains("\"remedy\" : \"one\"");
  }

  private static String text(Diagnosis diagnosis) {
    var bytes = new ByteArrayOutputStream();
    new DiagnosisText(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(diagnosis);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
