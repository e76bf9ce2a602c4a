package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.update.Requests.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.Pending;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may publish where an answer was lost on the way: both found by the interleaving test. */
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
