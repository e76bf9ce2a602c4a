package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.update.Requests.clear;
import static io.github.dyn53.update.Requests.request;
import static io.github.dyn53.update.Requests.set;
import static io.github.dyn53.update.Requests.setting;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Pending;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an update when something goes wrong on the way. */
class UpdaterFaultTest {

  private static final Class<HostOutcome.HandedOver> HANDED = HostOutcome.HandedOver.class;

  private final TestBed bed = new TestBed();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, NOT_DONE
          1, ANSWER_LOST
          2, NOT_DONE
          2, ANSWER_LOST
          """)
  void answersThatStateIsUnavailableAndMendsItNextTime(int call, InMemoryHosts.Fault fault) {
    failCall(call, fault);

    assertThat(bed.updater().update(set("9.1.2.3"))).isInstanceOf(UpdateOutcome.Unavailable.class);
    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();

    bed.clock().advance(Lease.LASTS);
    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());
    assertSettled("9.1.2.3");
    assertThat(bed.history(HOME)).hasSize(1);
  }

  @Test
  void leavesTheSameWishToWhoHoldsTheLease() {
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.ANSWER_LOST);
    bed.updater().update(set("9.1.2.3"));
    bed.journal().take();

    assertThat(update(set("9.1.2.3"))).isInstanceOf(HostOutcome.HandedOver.class);
    assertThat(bed.journal().take()).containsExactly("look");
  }

  @Test
  void depositsNewerWishWithWhoHoldsTheLease() {
    bed.journal().before("change", () -> update(set("9.9.9.9")));

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take())
        .containsExactly(
            "look", "save", "change", "look", "save", "save", "read", "change", "save");
    assertSettled("9.9.9.9");
  }

  @Test
  void publishesItsOwnWishThatTheClientLibrarySavedTwice() {
    failCall(2, InMemoryHosts.Fault.DONE_TWICE);

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take()).containsExactly("look", "save", "look", "change", "save");
    assertSettled("9.1.2.3");
  }

  @Test
  void leavesRoute53AloneInStorm() {
    bed.storms().declare(TestBed.START.plusSeconds(10));

    assertThat(update(set("9.1.2.3"))).isInstanceOf(HANDED);
    assertThat(update(set("9.1.2.3"))).isInstanceOf(HANDED);

    assertThat(bed.journal().take()).containsExactly("look", "save", "look");
    assertThat(bed.host(HOME).pending().flatMap(Pending::handedOver)).contains(TestBed.START);
    bed.clock().advance(Duration.ofSeconds(10));
    assertThat(update(set("9.1.2.4"))).isEqualTo(new HostOutcome.Changed());
    assertSettled("9.1.2.4");
  }

  @Test
  void declaresStormWhenItIsThrottled() {
    bed.zones().failNext(InMemoryZones.Fault.THROTTLED);

    assertThat(update(set("9.1.2.3"))).isInstanceOf(HANDED);

    assertThat(bed.storms().until()).contains(TestBed.START.plusSeconds(60));
    assertThat(bed.host(HOME).pending().flatMap(Pending::handedOver)).contains(TestBed.START);
  }

  @Test
  void leavesHostAloneWhileItsLastChangeMayStillArrive() {
    bed.zones().failNext(InMemoryZones.Fault.ANSWER_LOST);
    update(set("9.1.2.3"));
    bed.journal().take();

    assertThat(update(set("9.9.9.9"))).isInstanceOf(HANDED);
    assertThat(bed.journal().take()).containsExactly("look", "save");

    assertThat(bed.backlog().publish(List.of(HOME), TestBed.START.plusSeconds(60)).left())
        .isEmpty();
    assertThat(bed.clock().instant()).isEqualTo(TestBed.START.plusSeconds(5));
    assertSettled("9.9.9.9");
  }

  @ParameterizedTest
  @CsvSource({"NOT_DONE, Changed", "ANSWER_LOST, Unchanged"})
  void answersThatItChangedWhenOnlyTheConfirmFails(InMemoryHosts.Fault fault, String next) {
    failCall(3, fault);

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    bed.clock().advance(Lease.LASTS);
    assertThat(update(set("9.1.2.3")).getClass().getSimpleName()).isEqualTo(next);
    assertSettled("9.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({"BUSY", "ANSWER_LOST"})
  void keepsWishThatRoute53DidNotConfirm(InMemoryZones.Fault fault) {
    bed.zones().failNext(fault);

    assertThat(update(set("9.1.2.3"))).isInstanceOf(HostOutcome.HandedOver.class);
    assertThat(bed.host(HOME).isSettled()).isFalse();
    assertThat(bed.host(HOME).wanted().describe()).isEqualTo("9.1.2.3");
    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");

    bed.clock().advance(Duration.ofSeconds(5));
    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());
    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
    assertSettled("9.1.2.3");
  }

  @Test
  void mendsLookUpThatFailed() {
    update(set("9.1.2.3"));
    bed.zones().failNext(InMemoryZones.Fault.BUSY);

    assertThat(update(clear(Family.IPV4))).isInstanceOf(HostOutcome.HandedOver.class);
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");

    assertThat(update(clear(Family.IPV4))).isEqualTo(new HostOutcome.Changed());
    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
  }

  @Test
  void tellsOwnerOnceWhatRoute53Refused() {
    bed.zones().failNext(InMemoryZones.Fault.REFUSED);
    bed.zones().failNext(InMemoryZones.Fault.REFUSED);

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.ZoneRefused("told to refuse"));
    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.ZoneRefused("told to refuse"));

    assertThat(bed.host(HOME).activity().lastFault().map(Fault::text)).contains("told to refuse");
    assertThat(bed.history(HOME))
        .extracting(Change::kind)
        .containsExactly(ChangeKind.FAILED, ChangeKind.UPDATED);
    assertThat(bed.history(HOME).get(0).note()).isEqualTo("told to refuse");

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());
    assertSettled("9.1.2.3");
    assertThat(bed.host(HOME).activity().lastFault()).isEmpty();
  }

  @Test
  void publishesWhatCrashedAfterTheWish() {
    bed.save(bed.host(HOME).wanting(HostSamples.addresses("9.1.2.3"), TestBed.START));

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
    assertSettled("9.1.2.3");
  }

  @Test
  void publishesPendingFamilyWithTheOtherButChangesItNot() {
    bed.save(bed.host(HOME).wanting(HostSamples.BOTH, TestBed.START));

    assertThat(update(set("9.1.2.4"))).isEqualTo(new HostOutcome.Changed());

    assertSettled("9.1.2.4");
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600:1:2::3");
  }

  @Test
  void leavesFamilyThatIsNotPendingAloneInTheZone() {
    update(set("9.1.2.3", "2600::1"));
    bed.zones().create(TestBed.ZONE);

    update(set("9.1.2.4"));

    assertThat(bed.records("home.example.com", RecordType.AAAA)).isEmpty();
  }

  @Test
  void decidesAgainWhenItLosesTheRace() {
    bed.journal()
        .after(
            "look",
            () ->
                bed.save(bed.host(HOME).wanting(HostSamples.addresses("9.9.9.9"), TestBed.START)));

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take())
        .containsExactly("look", "save", "look", "save", "change", "save");
    assertSettled("9.1.2.3");
    assertThat(bed.history(HOME).get(0).from().describe()).isEqualTo("9.9.9.9");
  }

  @Test
  void givesUpRaceThatGoesOn() {
    for (int i = 0; i < 10; i++) {
      bed.journal()
          .after(
              "look",
              () -> {
                bed.save(bed.host(HOME).seen(TestBed.START));
                bed.clock().advance(Duration.ofMillis(100));
              });
    }

    assertThat(bed.updater().update(set("9.1.2.3"))).isInstanceOf(UpdateOutcome.Unavailable.class);
    assertThat(bed.journal().take()).hasSize(10).doesNotContain("change");
  }

  @Test
  void publishesWhatAnotherWriterWishedMeanwhile() {
    bed.journal()
        .after(
            "change",
            () ->
                bed.save(bed.host(HOME).wanting(HostSamples.addresses("9.9.9.9"), TestBed.START)));

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take())
        .containsExactly("look", "save", "change", "save", "read", "change", "save");
    assertSettled("9.9.9.9");
  }

  @Test
  void failsOneZoneWithoutTheOther() {
    var gone = new Hostname("home.example.net");
    bed.add(gone, HostSettings.in(new ZoneId("ZGONE")));
    bed.tokens().put(TestBed.token(HOME.value(), gone.value()));

    UpdateOutcome.Done done =
        (UpdateOutcome.Done)
            bed.updater().update(request(setting(gone, "9.1.2.3"), setting(HOME, "9.1.2.3")));

    assertThat(done.hosts().get(gone)).isInstanceOf(HostOutcome.ZoneRefused.class);
    assertThat(done.hosts().get(HOME)).isEqualTo(new HostOutcome.Changed());
    assertSettled("9.1.2.3");
    assertThat(bed.host(gone).isSettled()).isFalse();
  }

  @Test
  void answersUnchangedThoughTheNoteIsLost() {
    update(set("9.1.2.3"));
    bed.clock().advance(Duration.ofHours(1));
    failCall(2, InMemoryHosts.Fault.NOT_DONE);

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Unchanged());
  }

  private void failCall(int call, InMemoryHosts.Fault fault) {
    for (int i = 1; i < call; i++) {
      bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    }
    bed.hosts().failNext(fault);
  }

  private void assertSettled(String ipv4) {
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).wanted().ipv4()).isEqualTo(HostSamples.addresses(ipv4).ipv4());
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly(ipv4);
  }

  private HostOutcome update(UpdateRequest request) {
    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(request);
    return Optional.ofNullable(done.hosts().get(HOME)).orElseThrow();
  }
}
