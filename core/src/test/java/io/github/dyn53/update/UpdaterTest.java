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
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdaterTest {

  private final TestBed bed = new TestBed();

  @Test
  void changesWithOneLookOneWishOneBatchAndOneConfirm() {
    assertThat(update(set("9.1.2.3", "2600::1"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600::1");
    assertThat(bed.host(HOME).isSettled()).isTrue();
    assertThat(bed.host(HOME).published()).isEqualTo(bed.host(HOME).wanted());
  }

  @Test
  void writesNothingWhenNothingChanges() {
    update(set("9.1.2.3"));
    bed.journal().take();

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Unchanged());

    assertThat(bed.journal().take()).containsExactly("look");
  }

  @Test
  void notesThatHostWasSeenOnceAnHour() {
    update(set("9.1.2.3"));
    bed.clock().advance(Duration.ofMinutes(59));
    bed.journal().take();
    update(set("9.1.2.3"));
    assertThat(bed.journal().take()).containsExactly("look");

    bed.clock().advance(Duration.ofMinutes(1));
    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Unchanged());
    assertThat(bed.journal().take()).containsExactly("look", "save");
    assertThat(bed.host(HOME).activity().lastSeen()).contains(bed.clock().instant());
    assertThat(bed.host(HOME).activity().lastChanged()).contains(TestBed.START);

    update(set("9.1.2.3"));
    assertThat(bed.journal().take()).containsExactly("look");
    assertThat(bed.history(HOME)).hasSize(1);
  }

  @Test
  void writesHistory() {
    update(set("9.1.2.3"));
    bed.clock().advance(Duration.ofMinutes(1));
    update(set("9.1.2.4"));

    Change newest = bed.history(HOME).get(0);
    assertThat(newest.kind()).isEqualTo(ChangeKind.UPDATED);
    assertThat(newest.from().describe()).isEqualTo("9.1.2.3");
    assertThat(newest.to().describe()).isEqualTo("9.1.2.4");
    assertThat(newest.at()).isEqualTo(bed.clock().instant());
    assertThat(newest.by().name()).isEqualTo("router");
    assertThat(newest.by().client()).isEqualTo("ddclient/3.10.0");
    assertThat(newest.by().source()).isEqualTo("9.8.7.6");
    assertThat(newest.note()).isEmpty();
    assertThat(bed.history(HOME)).hasSize(2);
  }

  @Test
  void leavesFamilyThatIsNotNamedAlone() {
    update(set("9.1.2.3", "2600::1"));

    update(set("9.1.2.4"));
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600::1");
    update(set("2600::2"));
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.4");
    update(clear(Family.IPV6));

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.4");
    assertThat(bed.records("home.example.com", RecordType.AAAA)).isEmpty();
  }

  @Test
  void looksUpWhatItTakesOffTheAir() {
    update(set("9.1.2.3"));
    bed.journal().take();

    assertThat(update(clear(Family.values()))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.journal().take()).containsExactly("look", "save", "find", "change", "save");
    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
    assertThat(update(clear(Family.values()))).isEqualTo(new HostOutcome.Unchanged());
  }

  @Test
  void takesOffTheAirWhatSomebodyElseChangedOrRemoved() {
    update(set("9.1.2.3"));
    bed.settings(HOME, settings(new Ttl(600), Set.of(Family.values()), false));
    // Not published yet: the zone still has the TTL from before.
    assertThat(update(clear(Family.IPV4))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();

    update(set("9.1.2.3"));
    bed.zones().create(TestBed.ZONE);
    assertThat(update(clear(Family.IPV4))).isEqualTo(new HostOutcome.Changed());
    assertThat(bed.host(HOME).isSettled()).isTrue();
  }

  @Test
  void publishesWildcardWithItsHost() {
    bed.settings(HOME, settings(Ttl.DEFAULT, Set.of(Family.values()), true));

    update(set("9.1.2.3"));
    assertThat(bed.records("*.home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    update(clear(Family.IPV4));

    assertThat(bed.records("*.home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
  }

  @Test
  void passesOverFamiliesTheHostMayNotHave() {
    bed.settings(HOME, settings(Ttl.DEFAULT, Set.of(Family.IPV6), false));

    assertThat(update(set("9.1.2.3"))).isEqualTo(new HostOutcome.Unchanged());
    assertThat(update(set("10.0.0.1", "2600::1"))).isEqualTo(new HostOutcome.Changed());

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600::1");
  }

  @Test
  void countsFirstUpdateOfHostThatIsNamedTwice() {
    UpdateOutcome outcome =
        bed.updater().update(request(setting(HOME, "9.1.2.3"), setting(HOME, "9.1.2.4")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            UpdateOutcome.Done.class,
            done -> assertThat(done.hosts()).isEqualTo(Map.of(HOME, new HostOutcome.Changed())));
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void updatesTwentyHostsAtOnce() {
    HostUpdate[] updates = new HostUpdate[20];
    for (int i = 0; i < updates.length; i++) {
      var hostname = new Hostname("h" + i + ".example.com");
      bed.add(hostname, HostSettings.in(TestBed.ZONE));
      updates[i] = setting(hostname, "9.1.2." + i);
    }
    bed.tokens().put(TestBed.token("*.example.com"));

    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(request(updates));

    assertThat(done.hosts()).hasSize(20).containsValue(new HostOutcome.Changed());
    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
    assertThat(bed.records("h19.example.com", RecordType.A)).containsExactly("9.1.2.19");
  }

  @Test
  void tellsHowLongPublishingTook() {
    bed.journal().before("change", () -> bed.clock().advance(Duration.ofMillis(250)));

    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(set("9.1.2.3"));

    assertThat(done.publishing()).isEqualTo(Duration.ofMillis(250));
  }

  private HostOutcome update(UpdateRequest request) {
    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(request);
    return Optional.ofNullable(done.hosts().get(HOME)).orElseThrow();
  }

  private static HostSettings settings(Ttl ttl, Set<Family> families, boolean wildcard) {
    return new HostSettings(
        TestBed.ZONE,
        ttl,
        families,
        wildcard,
        SpecialAddresses.REFUSE,
        false,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }
}
