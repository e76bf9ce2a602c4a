package io.github.dyn53.functions.jobs;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.functions.jobs.StreamEvents.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.Publisher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PublishHandlerTest {

  private static final Hostname NAS = new Hostname("nas.example.com");
  private static final Invocation CALL = new Invocation("r-1", Duration.ofMinutes(1));

  private final TestBed bed = new TestBed();
  private final List<String> log = new ArrayList<>();
  private final PublishHandler handler =
      new PublishHandler(bed.zones(), this::backlog, bed.clock(), log::add);

  @Test
  void publishesWhatWasHandedOver() throws IOException {
    handOver(HOME);
    bed.add(NAS, HostSettings.in(TestBed.ZONE));
    handOver(NAS);

    assertThat(handle(record("home.example.com", "1"), record("nas.example.com", "2")))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.zones().changes()).isEqualTo(1);
    assertThat(line())
        .containsEntry("outcome", "done")
        .containsEntry("requestId", "r-1")
        .containsEntry("Function", "publish")
        .containsEntry("Published", 2)
        .containsEntry("Left", 0)
        .containsEntry("LargestBatch", 2)
        .containsEntry("Route53Requests", 1)
        .containsEntry("Route53Throttles", 0)
        .containsKeys("Route53Milliseconds", "_aws")
        .doesNotContainKeys("spoilt", "SpoiltHosts");
  }

  @Test
  void namesTheFirstRecordOfEachHostThatIsLeft() throws IOException {
    handOver(HOME);
    bed.hosts().failNext(InMemoryHosts.Fault.NOT_DONE);

    assertThat(handle(record("home.example.com", "7"), record("home.example.com", "9")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
    assertThat(line()).containsEntry("Left", 1).doesNotContainKey("Route53Requests");
  }

  @Test
  void leavesAllWhereNoTimeIsLeft() throws IOException {
    handOver(HOME);
    var out = new ByteArrayOutputStream();

    handler.handle(
        in(StreamEvents.of(record("home.example.com", "7"))),
        out,
        new Invocation("r-1", Duration.ofSeconds(3)));

    assertThat(out.toString(UTF_8)).contains("\"7\"");
    assertThat(bed.zones().changes()).isZero();
  }

  @Test
  void countsThrottlesAndWhatItHandsBack() throws IOException {
    handOver(HOME);
    bed.zones().failNext(InMemoryZones.Fault.THROTTLED);

    assertThat(handle(record("home.example.com", "7"))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(bed.host(HOME).isFree(bed.clock().instant())).isTrue();
    assertThat(line())
        .containsEntry("HandedBack", 1)
        .containsEntry("Route53Throttles", 1)
        .containsEntry("notes", List.of("told to be throttled"));
  }

  @Test
  void tellsWhyRoute53Refused() throws IOException {
    handOver(HOME);
    bed.zones().failNext(InMemoryZones.Fault.REFUSED);

    handle(record("home.example.com", "7"));

    assertThat(line())
        .containsEntry("Refused", 1)
        .containsEntry("notes", List.of("told to refuse"));
  }

  @Test
  void publishesTheRestBesideHostThatIsSpoiltAndNamesIt() throws IOException {
    handOver(HOME);
    bed.add(NAS, HostSettings.in(TestBed.ZONE));
    handOver(NAS);
    bed.hosts().spoil(NAS, "the attribute \"ttl\" is missing");

    assertThat(handle(record("nas.example.com", "1"), record("home.example.com", "2")))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(line())
        .containsEntry("outcome", "done")
        .containsEntry("Published", 1)
        .containsEntry("Left", 0)
        .containsEntry("SpoiltHosts", 1)
        .containsEntry(
            "spoilt", List.of("nas.example.com can't be read: the attribute \"ttl\" is missing"));
  }

  @Test
  void passesOverWhatIsNoHost() throws IOException {
    assertThat(handle(record("!storm", "7"), "{}")).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(line()).containsEntry("records", 2).containsEntry("skipped", 2);
  }

  @Test
  void saysWhatIsNoEvent() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> handler.handle(in("{}"), new ByteArrayOutputStream(), CALL))
        .withMessage("not an event of a table's stream: no list of Records");
    assertThat(line())
        .containsEntry("outcome", "failed")
        .containsEntry("reason", "not an event of a table's stream: no list of Records");
  }

  private String handle(String... records) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handle(in(StreamEvents.of(records)), out, CALL);
    return out.toString(UTF_8);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private Map<String, Object> line() throws IOException {
    assertThat(log).hasSize(1);
    return JSON.std.mapFrom(log.getFirst());
  }

  private void handOver(Hostname hostname) {
    Host host = bed.host(hostname);
    bed.save(host.wanting(HostSamples.IPV4_ONLY, START).handedOver(START));
  }

  private Backlog backlog(Zones zones) {
    var publisher =
        new Publisher(zones, bed.hosts(), bed.storms(), bed.clock(), Duration.ofSeconds(25));
    return new Backlog(
        bed.hosts(),
        publisher,
        bed.storms(),
        bed.clock()::advance,
        bed.clock(),
        new SplittableRandom(1));
  }
}
