package io.github.dyn53.functions.jobs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.functions.log.LogLine;
import io.github.dyn53.functions.log.Metrics;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.BacklogReport;
import io.github.dyn53.publish.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Publishes the hosts that an event of the stream names. Safe for use by several threads. */
public final class PublishHandler {

  /** Kept back for the answer, and for a save that was under way at the deadline. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  private final JsonFactory json = new JsonFactory();
  private final Zones zones;
  private final Function<Zones, Backlog> backlogs;
  private final InstantSource clock;
  private final JobLog log;

  /**
   * Makes the handler.
   *
   * @param zones where records are published
   * @param backlogs makes the backlog of one invocation over the zones as that one counts them
   * @param log takes one line of JSON for each invocation, without a line end
   */
  public PublishHandler(
      Zones zones, Function<Zones, Backlog> backlogs, InstantSource clock, Consumer<String> log) {
    this.zones = zones;
    this.backlogs = backlogs;
    this.clock = clock;
    this.log = new JobLog(json, clock, log);
  }

  /**
   * Publishes what one event tells of.
   *
   * @param in an event of the table's stream
   * @param out takes the records from which on the stream has to be read again, in Lambda's form
   * @throws IOException when {@code in} is no such event, or {@code out} can't be written
   */
  public void handle(InputStream in, OutputStream out, Invocation invocation) throws IOException {
    var run = new JobLog.Run(invocation.requestId(), clock.instant());
    try {
      publish(in, out, run, run.start().plus(invocation.timeLeft()).minus(RESERVE));
    } catch (IOException | RuntimeException e) {
      log.failed(run, e);
      throw e;
    }
  }

  private void publish(InputStream in, OutputStream out, JobLog.Run run, Instant deadline)
      throws IOException {
    StreamBatch batch = StreamReader.read(json, in);
    var meter = new MeteredZones(zones, clock);
    BacklogReport report = backlogs.apply(meter).publish(batch.hostnames(), deadline);
    writeFailures(batch.firstRecords(report.left()), out);
    log.done(run, generator -> writeBatch(generator, batch, report), metrics(report, meter));
  }

  /**
   * An empty list says that all is done.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Partial
   *     batch response</a>
   */
  private void writeFailures(List<String> sequenceNumbers, OutputStream out) throws IOException {
    try (JsonGenerator generator = json.createGenerator(out)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("batchItemFailures");
      for (String sequenceNumber : sequenceNumbers) {
        generator.writeStartObject();
        generator.writeStringField("itemIdentifier", sequenceNumber);
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  private static void writeBatch(JsonGenerator generator, StreamBatch batch, BacklogReport report)
      throws IOException {
    generator.writeNumberField("records", batch.records());
    generator.writeNumberField("skipped", batch.skipped());
    generator.writeNumberField("hosts", batch.hostnames().size());
    List<String> reasons =
        report.publications().values().stream()
            .flatMap(publication -> Reasons.of(publication).stream())
            .distinct()
            .sorted()
            .limit(Reasons.MOST)
            .toList();
    LogLine.writeTexts(generator, "notes", reasons);
    Spoilt.write(generator, report.spoilt());
  }

  private static Metrics metrics(BacklogReport report, MeteredZones meter) {
    var metrics =
        new Metrics("publish")
            .count("Published", report.count(Publication.Published.class))
            .count("HandedBack", report.count(Publication.HandedOver.class))
            .count("Refused", report.count(Publication.Refused.class))
            .count("Left", report.left().size());
    Spoilt.count(metrics, report.spoilt());
    meter.addTo(metrics);
    return metrics;
  }
}
