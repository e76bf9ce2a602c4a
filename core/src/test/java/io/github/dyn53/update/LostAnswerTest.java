package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.update.Requests.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Pending;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Who may publish, and what is answered, where an answer was lost on the way: all found by the
 * interleaving test.
 */
class LostAnswerTest {

  private final TestBed bed = new TestBed();

  @Test
  void depositThatTheClientLibrarySavedTwiceIsLeftToWhoHoldsTheLease() {
    bed.journal()
        .before(
            "change",
            () -> {
              bed.hosts().failNext(InMemoryHosts.Fault.NONE);
              bed.hosts().failNext(InMemoryHosts.Fault.DONE_TWICE);
              assertThat(update("9.9.9.9")).isInstanceOf(HostOutcome.HandedOver.class);
              assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
            });

    assertThat(update("9.1.2.3")).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take())
        .containsExactly(
            "look", "save", "change", "look", "save", "look", "save", "read", "change", "save");
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.9.9.9");
  }

  /** Its note is saved with the wish of the other host, and looked at as if it were one. */
  @Test
  void hostThatIsTurnedDownIsNotAnsweredAsIfItsNoteWereWish() {
    var other = new Hostname("nas.example.com");
    bed.add(other, HostSettings.in(TestBed.ZONE));
    bed.tokens().put(TestBed.token(HOME.value(), other.value()));
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.DONE_TWICE);

    var done =
        (UpdateOutcome.Done)
            bed.updater()
                .update(
                    Requests.request(
                        Requests.setting(HOME, "10.0.0.1"), Requests.setting(other, "9.1.2.3")));

    assertThat(done.hosts().get(HOME)).isInstanceOf(HostOutcome.AddressRefused.class);
    assertThat(done.hosts()).containsEntry(other, new HostOutcome.Changed());
    assertThat(bed.history(HOME)).hasSize(1);
  }

  @Test
  void newerWishWaitsUntilTheOlderOneHasArrived() {
    bed.zones().failNext(InMemoryZones.Fault.ANSWER_LOST);
    bed.journal().before("change", () -> update("9.9.9.9"));

    assertThat(update("9.1.2.3")).isInstanceOf(HostOutcome.HandedOver.class);

    assertThat(bed.host(HOME).pending().flatMap(Pending::handedOver))
        .contains(TestBed.START.plusSeconds(5));
  }

  private HostOutcome update(String address) {
    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(set(address));
    return Optional.ofNullable(done.hosts().get(HOME)).orElseThrow();
  }
}
