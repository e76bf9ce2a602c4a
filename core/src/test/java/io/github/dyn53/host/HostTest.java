package io.github.dyn53.host;

import static io.github.dyn53.host.HostSamples.BOTH;
import static io.github.dyn53.host.HostSamples.IPV4_ONLY;
import static io.github.dyn53.host.HostSamples.NOW;
import static io.github.dyn53.host.HostSamples.addresses;
import static io.github.dyn53.host.HostSamples.bare;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.Ttl;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostTest {

  private static final Hostname HOME = new Hostname("home.example.com");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void leavesPendingWhatAWishChangesAndNothingElse() {
    Host settled = bare(HOME).wanting(BOTH, NOW).confirmed();

    Host next = settled.wanting(BOTH.with(addresses("9.9.9.9").ipv4().orElseThrow()), LATER);

    assertThat(next.pending())
        .contains(
            new Pending(LATER, keys("A home.example.com"), Optional.empty(), Optional.empty()));
    assertThat(next.published()).isEqualTo(BOTH);
    assertThat(next.version()).isEqualTo(settled.version() + 1);
  }

  @Test
  void keepsPendingWhatAnEarlierWishLeftSinceItsTime() {
    Host first = bare(HOME).wanting(BOTH, NOW);

    Host next = first.wanting(BOTH.without(Family.IPV4), LATER);

    assertThat(next.pending())
        .contains(
            new Pending(
                NOW,
                keys("A home.example.com", "AAAA home.example.com"),
                Optional.empty(),
                Optional.empty()));
    assertThat(next.seen(LATER).pending()).isEqualTo(next.pending());
    assertThat(next.failed("no", LATER).pending()).isEqualTo(next.pending());
  }

  @Test
  void leavesWishPendingThatReturnsToWhatWasPublished() {
    Host settled = bare(HOME).wanting(IPV4_ONLY, NOW).confirmed();

    Host back = settled.wanting(Addresses.NONE, NOW).wanting(IPV4_ONLY, LATER);

    // The wish in between may have reached the zone.
    assertThat(back.pending())
        .contains(new Pending(NOW, keys("A home.example.com"), Optional.empty(), Optional.empty()));
  }

  @Test
  void leavesPendingWhatOtherSettingsChange() {
    Host settled = bare(HOME).wanting(IPV4_ONLY, NOW).confirmed();
    HostSettings plain = settled.settings();

    Host starred = settled.with(settings(plain, plain.ttl(), true), LATER);
    Host slower = settled.with(settings(plain, new Ttl(300), false), LATER);
    Host same = settled.with(plain, LATER);

    assertThat(starred.pending())
        .contains(
            new Pending(LATER, keys("A *.home.example.com"), Optional.empty(), Optional.empty()));
    assertThat(slower.pending())
        .contains(
            new Pending(LATER, keys("A home.example.com"), Optional.empty(), Optional.empty()));
    assertThat(same.isSettled()).isTrue();
  }

  @Test
  void losesTheAddressOfAFamilyThatItMayNoLongerHave() {
    Host settled = bare(HOME).wanting(BOTH, NOW).confirmed();
    HostSettings before = settled.settings();
    var ipv6Only =
        new HostSettings(
            before.zone(),
            before.ttl(),
            Set.of(Family.IPV6),
            before.wildcard(),
            before.specialAddresses(),
            before.blocked(),
            Optional.empty(),
            DriftPolicy.REPAIR,
            before.owner());

    Host next = settled.with(ipv6Only, LATER);

    assertThat(next.wanted()).isEqualTo(BOTH.without(Family.IPV4));
    assertThat(next.pending())
        .contains(
            new Pending(LATER, keys("A home.example.com"), Optional.empty(), Optional.empty()));
  }

  @Test
  void settlesWhenItIsConfirmed() {
    Host host = bare(HOME).wanting(BOTH, NOW).failed("busy", NOW).confirmed();

    assertThat(host.isSettled()).isTrue();
    assertThat(host.published()).isEqualTo(BOTH);
    assertThat(host.activity())
        .isEqualTo(
            new Activity(
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ChangeCount(NOW, 1))));
    assertThat(host.version()).isEqualTo(4);
  }

  private static Set<RecordKey> keys(String... texts) {
    return Set.of(texts).stream().map(RecordKey::parse).collect(toSet());
  }

  private static HostSettings settings(HostSettings before, Ttl ttl, boolean wildcard) {
    return new HostSettings(
        before.zone(),
        ttl,
        before.families(),
        wildcard,
        before.specialAddresses(),
        before.blocked(),
        Optional.empty(),
        DriftPolicy.REPAIR,
        before.owner());
  }
}
