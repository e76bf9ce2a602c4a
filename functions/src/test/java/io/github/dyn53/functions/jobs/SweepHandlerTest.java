package io.github.dyn53.functions.jobs;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import io.github.dyn53.publish.Backlog;
import io.github.dyn53.publish.Drift;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sweep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepHandlerTest {

  private static final String SCHEDULED = "{\"source\":\"aws.events\",\"detail\":{\"drift\":true}}";
  private static final String DRIFT = "{\"drift\": true}";
  private static final List<String> SPOILT =
      List.of("home.example.com can't be read: the attribute \"ttl\" is missing");
  private static final Invocation CALL = new Invocation("r-1", Duration.ofMinutes(5));

  private final TestBed bed = new TestBed();
  private final List<String> log = new ArrayList<>();
  private final SweepHandler handler =
      new SweepHandler(
          bed.zones(),
          zones -> new Sweep(bed.hosts(), backlog(zones), bed.clock()),
          zones -> new Drift(zones, bed.hosts(), backlog(zones), bed.clock()),
          bed.clock(),
          log::add);

  @Test
  void publishesWhatWriterLeftBehind() throws IOException {
    bed.save(
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START)));
    bed.clock().advance(Duration.ofMinutes(6));

    assertThat(handle(SCHEDULED))
        .isEqualTo(
            JSON.std.mapFrom(
                """
                {"job":"sweep","hosts":1,"pending":0,"oldestPendingSeconds":0,"tried":1,"silent":0,"expired":0}
                """));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(line())
        .containsEntry("Function", "sweep")
        .containsEntry("Route53Requests", 1)
        .doesNotContainKey("PendingHosts");
  }

  /** What the alarm for hosts pending looks at: as the sweep leaves it, not as it was found. */
  @Test
  void tellsTheAgeOfWhatItCouldNotPublish() throws IOException {
    bed.save(
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START)));
    bed.clock().advance(Duration.ofMinutes(6));
    bed.zones().failNext(InMemoryZones.Fault.REFUSED);

    assertThat(handle(SCHEDULED))
        .containsEntry("pending", 1)
        .containsEntry("oldestPendingSeconds", 360);

    assertThat(line()).containsEntry("PendingHosts", 1).containsEntry("OldestPendingSeconds", 360);
  }

  @Test
  void writesNoMetricWhereNothingIsPending() throws IOException {
    assertThat(handle(SCHEDULED)).containsEntry("pending", 0);
    assertThat(line()).containsEntry("outcome", "done").doesNotContainKeys("_aws", "PendingHosts");
  }

  @Test
  void repairsDriftWhenAskedTo() throws IOException {
    bed.save(
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START)));
    bed.publisher().publish(List.of(bed.host(HOME)), START.plusSeconds(60));
    var recordSet = bed.host(HOME).wantedRecordSets().values().iterator().next();
    bed.zones().change(TestBed.ZONE, List.of(new RecordChange.Delete(recordSet)), Duration.ZERO);

    assertThat(handle(DRIFT))
        .isEqualTo(
            JSON.std.mapFrom("{\"job\":\"drift\",\"drifted\":1,\"hosts\":[\"home.example.com\"]}"));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(line()).containsEntry("DriftedHosts", 1).containsEntry("Route53Requests", 2);
  }

  @Test
  void failsAfterDriftWhereOneZoneIsGoneAndNamesIt() throws IOException {
    bed.save(
        bed.host(HOME).wanting(HostSamples.IPV4_ONLY, START).leased(HostSamples.leaseFrom(START)));
    bed.save(bed.host(HOME).confirmed());
    bed.add(new Hostname("h.example.net"), HostSettings.in(new ZoneId("ZGONE")));

    assertThatIOException()
        .isThrownBy(() -> handle(DRIFT))
        .withMessage("not compared: ZGONE: no such zone: ZGONE");

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(line())
        .containsEntry("outcome", "failed")
        .containsEntry("reason", "not compared: ZGONE: no such zone: ZGONE")
        .containsEntry("unreadZones", List.of("ZGONE: no such zone: ZGONE"))
        .containsEntry("hosts", List.of("home.example.com"))
        .containsEntry("DriftedHosts", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"drift\":false}", "{\"drift\":\"true\"}", "{\"drift\":[true]}", "{}"})
  void sweepsUnlessAskedForDrift(String event) throws IOException {
    assertThat(handle(event)).containsEntry("job", "sweep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "true", "{", "{\"drift\""})
  void saysWhatIsNoEvent(String event) {
    assertThatIOException()
        .isThrownBy(() -> handle(event))
        .withMessageStartingWith("not an event of the schedule: not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {SCHEDULED, DRIFT})
  void goesOnBesideHostThatIsSpoiltAndNamesIt(String event) throws IOException {
    bed.hosts().spoil(HOME, "the attribute \"ttl\" is missing");

    assertThat(handle(event)).containsEntry("spoilt", SPOILT);
    assertThat(line())
        .containsEntry("outcome", "done")
        .containsEntry("spoilt", SPOILT)
        .containsEntry("SpoiltHosts", 1);
  }

  @Test
  void failsWhereItCanNotReadTheHosts() throws IOException {
    bed.hosts().failNext(InMemoryHosts.Fault.NOT_DONE);

    assertThatExceptionOfType(StateUnavailableException.class).isThrownBy(() -> handle(SCHEDULED));
    assertThat(line()).containsEntry("outcome", "failed").containsEntry("reason", "told to fail");
  }

  private Map<String, Object> handle(String event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), out, CALL);
    return JSON.std.mapFrom(out.toString(UTF_8));
  }

  private Map<String, Object> line() throws IOException {
    assertThat(log).hasSize(1);
    return JSON.std.mapFrom(log.getFirst());
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
