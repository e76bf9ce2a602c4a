package io.github.dyn53.bench.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Simulates three reconnect storms and prints what came of them as a table. */
final class StormMain {

  private static final Route53Limits LIMITS = Route53Limits.DOCUMENTED;

  private StormMain() {}

  public static void main(String[] arguments) {
    List<Row> rows = new ArrayList<>(ofTenThousand());
    rows.addAll(ofHundredThousand());
    rows.addAll(ofHundredThousandAtOnce());
    System.out.print(
        """
        | storm | figure | target | dyn53 | one call a change | |
        |---|---|---|---|---|---|
        """);
    rows.forEach(row -> System.out.print(row.markdown()));
    if (!rows.stream().allMatch(Row::isMet)) {
      System.exit(1);
    }
  }

  /** What a night brings to a large deployment, beside what the usual way makes of it. */
  static List<Row> ofTenThousand() {
    var storm = new Storm(10_000, Duration.ofMinutes(10));
    Forecast dyn53 = Forecast.ofDyn53(storm, LIMITS);
    Forecast other = Forecast.ofOneByOne(storm, LIMITS);
    String name = "10,000 hosts in 10 min";
    return List.of(
        Row.of(name, "last host right after", seconds(5), dyn53.last(), Row.text(other.last())),
        Row.of("", "99 of 100 right after", seconds(3), dyn53.p99(), Row.text(other.p99())),
        Row.of("", "half right after", Row.text(dyn53.median()), Row.text(other.median())),
        Row.of("", "errors answered", 0, dyn53.errors(), Row.number(other.errors())),
        Row.of("", "hosts lost", 0, dyn53.lost(), Row.number(other.lost())),
        Row.of(
            "",
            "Route 53 requests a second",
            2,
            dyn53.requestsPerSecond(),
            Row.number(other.requestsPerSecond())),
        Row.of("", "of them throttled", percent(dyn53), percent(other)),
        Row.of("", "reply, p99", Row.text(dyn53.reply()), Row.text(other.reply())));
  }

  /** Ten times as many. */
  static List<Row> ofHundredThousand() {
    var storm = new Storm(100_000, Duration.ofMinutes(10));
    Forecast dyn53 = Forecast.ofDyn53(storm, LIMITS);
    return List.of(
        Row.of("100,000 hosts in 10 min", "last host right after", seconds(15), dyn53.last(), ""),
        Row.of("", "99 of 100 right after", Row.text(dyn53.p99()), ""),
        Row.of("", "errors answered", 0, dyn53.errors(), ""),
        Row.of("", "hosts lost", 0, dyn53.lost(), ""),
        Row.of("", "Route 53 requests a second", Row.number(dyn53.requestsPerSecond()), ""));
  }

  /** More than Route 53 can take: all that counts is to be as fast as it is. */
  static List<Row> ofHundredThousandAtOnce() {
    var storm = new Storm(100_000, Duration.ofSeconds(10));
    Forecast dyn53 = Forecast.ofDyn53(storm, LIMITS);
    Duration most = LIMITS.fastest(storm.hosts()).multipliedBy(110).dividedBy(100);
    return List.of(
        Row.of("100,000 hosts in 10 s", "all right after (limit + 10 %)", most, dyn53.all(), ""),
        Row.of("", "errors answered", 0, dyn53.errors(), ""),
        Row.of("", "hosts lost", 0, dyn53.lost(), ""),
        Row.of("", "Route 53 requests a second", Row.number(dyn53.requestsPerSecond()), ""),
        Row.of("", "of them throttled", percent(dyn53), ""));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static String percent(Forecast forecast) {
    return Math.round(100.0 * forecast.throttled() / forecast.asked()) + " %";
  }
}
