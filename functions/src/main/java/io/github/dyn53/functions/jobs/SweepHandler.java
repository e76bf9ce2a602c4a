package io.github.dyn53.functions.jobs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.functions.log.LogLine;
import io.github.dyn53.functions.log.Metrics;
import io.github.dyn53.publish.Drift;
import io.github.dyn53.publish.DriftReport;
import io.github.dyn53.publish.Sweep;
import io.github.dyn53.publish.SweepReport;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sweeps, or looks for drift where the event says <code>{"drift": true}</code>. Safe for use by
 * several threads.
 */
public final class SweepHandler {

  /** Kept back for the answer, and for a save that was under way at the deadline. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  private final JsonFactory json = new JsonFactory();
  private final Zones zones;
  private final Function<Zones, Sweep> sweeps;
  private final Function<Zones, Drift> drifts;
  private final InstantSource clock;
  private final JobLog log;

  /**
   * Makes the handler.
   *
   * @param zones where records are published
   * @param sweeps makes the sweep of one invocation over the zones as that one counts them
   * @param drifts makes the comparison in the same way
   * @param log takes one line of JSON for each invocation, without a line end
   */
  public SweepHandler(
      Zones zones,
      Function<Zones, Sweep> sweeps,
      Function<Zones, Drift> drifts,
      InstantSource clock,
      Consumer<String> log) {
    this.zones = zones;
    this.sweeps = sweeps;
    this.drifts = drifts;
    this.clock = clock;
    this.log = new JobLog(json, clock, log);
  }

  /**
   * Runs once.
   *
   * @param in an object; what it says besides {@code drift} does not matter
   * @param out takes a summary in JSON
   * @throws IOException when {@code in} is no object, {@code out} can't be written, or a zone could
   *     not be compared; the others were
   */
  public void handle(InputStream in, OutputStream out, Invocation invocation) throws IOException {
    var run = new JobLog.Run(invocation.requestId(), clock.instant());
    Instant deadline = run.start().plus(invocation.timeLeft()).minus(RESERVE);
    Map<ZoneId, String> unread = Map.of();
    try {
      if (asksForDrift(in)) {
        unread = compare(out, run, deadline);
      } else {
        sweep(out, run, deadline);
      }
    } catch (IOException | RuntimeException e) {
      log.failed(run, e);
      throw e;
    }
    if (!unread.isEmpty()) {
      throw new IOException(describe(unread));
    }
  }

  private static String describe(Map<ZoneId, String> unread) {
    return "not compared: " + String.join("; ", texts(unread));
  }

  private static List<String> texts(Map<ZoneId, String> unread) {
    return unread.entrySet().stream()
        .map(entry -> entry.getKey().value() + ": " + entry.getValue())
        .sorted()
        .toList();
  }

  private boolean asksForDrift(InputStream in) throws IOException {
    boolean drift = false;
    try (JsonParser parser = json.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an event of the schedule: not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean named = parser.currentName().equals("drift");
        drift |= parser.nextToken() == JsonToken.VALUE_TRUE && named;
        parser.skipChildren();
      }
    } catch (JsonProcessingException | CharConversionException e) {
      throw new IOException("not an event of the schedule: not JSON");
    }
    return drift;
  }

  private void sweep(OutputStream out, JobLog.Run run, Instant deadline) throws IOException {
    var meter = new MeteredZones(zones, clock);
    SweepReport report = sweeps.apply(meter).run(deadline);
    Duration oldest =
        report
            .oldestPending()
            .map(since -> Duration.between(since, run.start()))
            .orElse(Duration.ZERO);
    LogLine.Fields fields =
        generator -> {
          generator.writeStringField("job", "sweep");
          generator.writeNumberField("hosts", report.hosts());
          generator.writeNumberField("pending", report.pending());
          generator.writeNumberField("oldestPendingSeconds", oldest.toSeconds());
          generator.writeNumberField("tried", report.published());
          generator.writeNumberField("silent", report.silent());
          generator.writeNumberField("expired", report.expired());
          Spoilt.write(generator, report.spoilt());
        };
    var metrics = new Metrics("sweep");
    // A metric costs money in each hour that has a value: nothing pending needs none.
    if (report.pending() > 0) {
      metrics.count("PendingHosts", report.pending()).seconds("OldestPendingSeconds", oldest);
    }
    Spoilt.count(metrics, report.spoilt());
    meter.addTo(metrics);
    answer(out, run, fields, metrics);
  }

  /**
   * Compares, and tells of it.
   *
   * @return the zones that could not be read, which the log has been told of
   */
  private Map<ZoneId, String> compare(OutputStream out, JobLog.Run run, Instant deadline)
      throws IOException {
    var meter = new MeteredZones(zones, clock);
    DriftReport report = drifts.apply(meter).run(deadline);
    Set<Hostname> drifted = report.drifted();
    LogLine.Fields fields =
        generator -> {
          generator.writeStringField("job", "drift");
          generator.writeNumberField("drifted", drifted.size());
          LogLine.writeTexts(
              generator, "hosts", drifted.stream().map(Hostname::value).sorted().toList());
          LogLine.writeTexts(generator, "unreadZones", texts(report.unread()));
          Spoilt.write(generator, report.spoilt());
        };
    var metrics = new Metrics("sweep");
    if (!drifted.isEmpty()) {
      metrics.count("DriftedHosts", drifted.size());
    }
    Spoilt.count(metrics, report.spoilt());
    meter.addTo(metrics);
    if (report.unread().isEmpty()) {
      answer(out, run, fields, metrics);
    } else {
      log.failed(run, describe(report.unread()), fields, metrics);
    }
    return report.unread();
  }

  private void answer(OutputStream out, JobLog.Run run, LogLine.Fields fields, Metrics metrics)
      throws IOException {
    out.write(LogLine.of(json, fields).getBytes(StandardCharsets.UTF_8));
    log.done(run, fields, metrics);
  }
}
