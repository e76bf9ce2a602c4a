package io.github.dyn53.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.http.RequestLog.Timing;
import io.github.dyn53.protocol.Handled;
import io.github.dyn53.protocol.Summary;
import io.github.dyn53.protocol.Verdict;
import io.github.dyn53.protocol.WebReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private static final Instant START = Instant.parse("2026-11-22T10:15:30.123Z");
  private static final Timing WARM = new Timing("R1", START, Duration.ofNanos(12_345_678), false);
  private static final Timing COLD = new Timing("R1", START, Duration.ofNanos(12_345_678), true);

  private final List<String> lines = new ArrayList<>();
  private final RequestLog log = new RequestLog(new JsonFactory(), lines::add);

  @Test
  void writesOneLineOfAnUpdateWithItsMetrics() throws IOException {
    log.write(update(Duration.ofMillis(250)), WARM);

    assertThat(lines).singleElement().asString().doesNotContain("\n");
    assertThat(JSON.std.mapFrom(lines.getFirst()))
        .isEqualTo(
            JSON.std.mapFrom(
                """
                {"time":"2026-11-22T10:15:30.123Z","requestId":"R1","outcome":"good,nohost",
                "status":200,"hosts":["home.example.com"],"families":["IPV4"],
                "notes":["carrier-grade-nat"],"milliseconds":12.345,"start":"warm",
                "Function":"update","Updates":2,"Unchanged":1,"Refused":1,"Failed":0,
                "Route53Milliseconds":250.0,
                "_aws":{"Timestamp":1795342530123,"CloudWatchMetrics":[{"Namespace":"dyn53",
                "Dimensions":[["Function"]],"Metrics":[{"Name":"Updates","Unit":"Count"},
                {"Name":"Unchanged","Unit":"Count"},{"Name":"Refused","Unit":"Count"},
                {"Name":"Failed","Unit":"Count"},
                {"Name":"Route53Milliseconds","Unit":"Milliseconds"}]}]}}
                """));
  }

  @Test
  void writesNoTimeOfRoute53WhereItWasNotCalled() {
    log.write(update(Duration.ZERO), WARM);

    assertThat(lines.getFirst()).doesNotContain("Route53Milliseconds").contains("\"Updates\":2");
  }

  @Test
  void writesNoMetricsOfWhatIsNoUpdate() throws IOException {
    log.write(served(), COLD);

    assertThat(JSON.std.mapFrom(lines.getFirst()))
        .isEqualTo(
            JSON.std.mapFrom(
                """
                {"time":"2026-11-22T10:15:30.123Z","requestId":"R1","outcome":"checkip",
                "status":200,"milliseconds":12.345,"start":"cold"}
                """));
  }

  /**
   * The rules of the specification: a dimension is a text and a metric a number at the top level.
   */
  @Test
  void metricsAreWhatCloudWatchReads() throws IOException {
    log.write(update(Duration.ofMillis(1)), WARM);

    JsonNode line = new ObjectMapper().readTree(lines.getFirst());
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");

    assertThat(line.at("/_aws/Timestamp").longValue()).isEqualTo(START.toEpochMilli());
    assertThat(directive.at("/Dimensions/0"))
        .isNotEmpty()
        .allMatch(name -> line.path(name.textValue()).isTextual());
    assertThat(directive.path("Metrics"))
        .hasSize(5)
        .allMatch(metric -> line.path(metric.path("Name").textValue()).isNumber())
        .allMatch(metric -> metric.path("Unit").textValue().matches("Count|Milliseconds"));
  }

  @Test
  void escapesWhatAClientNamedItself() throws IOException {
    log.write(served(), new Timing("\"}\n{", START, Duration.ZERO, false));

    assertThat(lines.getFirst()).doesNotContain("\n");
    assertThat(JSON.std.mapFrom(lines.getFirst())).containsEntry("requestId", "\"}\n{");
  }

  private static Handled update(Duration publishing) {
    return new Handled(
        new WebReply(200, Map.of(), "good\nnohost\n"),
        new Summary(
            "good,nohost",
            List.of(Verdict.UPDATED, Verdict.UPDATED, Verdict.UNCHANGED, Verdict.REFUSED),
            List.of(new Hostname("home.example.com")),
            Set.of(Family.IPV4),
            List.of("carrier-grade-nat"),
            publishing));
  }

  private static Handled served() {
    return new Handled(
        new WebReply(200, Map.of(), "11.22.33.44"),
        new Summary("checkip", List.of(), List.of(), Set.of(), List.of(), Duration.ZERO));
  }
}
