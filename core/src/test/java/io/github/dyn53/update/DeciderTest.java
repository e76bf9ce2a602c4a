package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static io.github.dyn53.TestBed.START;
import static io.github.dyn53.update.Requests.address;
import static io.github.dyn53.update.Requests.requestFrom;
import static io.github.dyn53.update.Requests.setting;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.SpecialPurpose;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, who may update what, and which addresses a host takes. */
class DeciderTest {

  private final TestBed bed = new TestBed();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          home.example.com,   home.example.com,     true
          *.example.com,      home.example.com,     true
          *.example.com,      a.home.example.com,   true
          *.home.example.com, a.home.example.com,   true
          *.home.example.com, *.home.example.com,   true
          *.home.example.com, home.example.com,     false
          home.example.com,   a.home.example.com,   false
          home.example.com,   *.home.example.com,   false
          home.example.com,   home2.example.com,    false
          *.example.com,      home.badexample.com,  false
          *.example.com,      home.example.com.evil.net, false
          """)
  void grantsCoverTheirHosts(String grant, String hostname, boolean covered) {
    var host = new Hostname(hostname);
    if (!host.equals(HOME)) {
      bed.add(host, HostSettings.in(TestBed.ZONE));
    }
    bed.tokens().put(TestBed.token("other.example.org", grant));

    assertThat(outcome(setOf(host, "9.1.2.3"), host))
        .isEqualTo(covered ? new HostOutcome.Changed() : new HostOutcome.NoHost());
  }

  @Test
  void answersAlikeForHostThatIsNotThereAndHostThatIsNotGranted() {
    var unknown = new Hostname("unknown.example.com");
    bed.tokens().put(TestBed.token("unknown.example.com"));

    assertThat(outcome(setOf(unknown, "9.1.2.3"), unknown)).isEqualTo(new HostOutcome.NoHost());
    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.NoHost());
    assertThat(bed.journal().take()).containsExactly("look", "look");
  }

  @Test
  void letsAdminUpdateEveryHost() {
    bed.tokens().put(token(Role.ADMIN, List.of(), Optional.empty()));

    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.Changed());
  }

  @Test
  void endsGrantAtItsTime() {
    Instant end = START.plusSeconds(60);
    bed.tokens()
        .put(
            token(
                Role.DEVICE,
                List.of(new Grant(HOME, Grant.ADDRESSES, Optional.of(end))),
                Optional.empty()));
    bed.clock().advance(Duration.ofSeconds(59));
    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.Changed());

    bed.clock().advance(Duration.ofSeconds(1));
    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.NoHost());
  }

  @Test
  void endsTokenAtItsTimeThoughItWasGoodBefore() {
    bed.tokens().put(TestBed.token("home.example.com").endingBy(START.plusSeconds(60)));
    bed.clock().advance(Duration.ofSeconds(59));
    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.Changed());

    bed.clock().advance(Duration.ofSeconds(1));
    assertThat(bed.updater().update(Requests.set("9.1.2.3")))
        .isEqualTo(new UpdateOutcome.Unauthenticated());
  }

  @ParameterizedTest
  @CsvSource({"9.1.2.3, true", "9.2.2.3, false", "2600::1, true", "2601::1, false"})
  void letsTokenInFromItsNetworksOnly(String source, boolean admitted) {
    bed.tokens().put(token(Role.ADMIN, List.of(), Optional.empty(), "9.1.0.0/16", "2600::/32"));

    UpdateOutcome outcome =
        bed.updater().update(requestFrom(address(source), setting(HOME, "9.1.2.3")));

    assertThat(outcome instanceof UpdateOutcome.Done).isEqualTo(admitted);
  }

  @Test
  void remembersUnknownTokenForAMinuteAndAHalf() {
    bed.tokens().remove(TestBed.SECRET.hash());
    bed.updater().update(Requests.set("9.1.2.3"));
    bed.tokens().put(TestBed.token("home.example.com"));
    bed.clock().advance(Duration.ofSeconds(89));

    assertThat(bed.updater().update(Requests.set("9.1.2.3")))
        .isEqualTo(new UpdateOutcome.Unauthenticated());
    assertThat(bed.journal().take()).containsExactly("look");

    bed.clock().advance(Duration.ofSeconds(1));
    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.Changed());
  }

  @Test
  void changesNothingOfBlockedHost() {
    bed.settings(HOME, settings(SpecialAddresses.REFUSE, true));

    assertThat(outcome(Requests.set("9.1.2.3"), HOME)).isEqualTo(new HostOutcome.Blocked());
    assertThat(bed.journal().take()).containsExactly("look");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10.1.2.3,   PRIVATE,           'private: 10.1.2.3 was refused, it can''t be reached from outside'
          100.64.1.2, CARRIER_GRADE_NAT, 'carrier-grade-nat: 100.64.1.2 was refused, the provider''s own NAT stands in between, so this host can''t be reached over IPv4'
          fe80::1,    LINK_LOCAL,        'link-local: fe80::1 was refused, it can''t be reached from outside'
          """)
  void refusesSpecialAddressAndNotesItOnce(String text, SpecialPurpose purpose, String note) {
    var refused = new HostOutcome.AddressRefused(address(text), purpose);

    assertThat(outcome(Requests.set(text), HOME)).isEqualTo(refused);
    assertThat(outcome(Requests.set(text), HOME)).isEqualTo(refused);

    assertThat(bed.journal().take()).containsExactly("look", "save", "look");
    assertThat(bed.history(HOME)).hasSize(1);
    assertThat(bed.history(HOME).get(0).kind()).isEqualTo(ChangeKind.REFUSED);
    assertThat(bed.history(HOME).get(0).note()).isEqualTo(note);
    assertThat(bed.host(HOME).activity().lastFault())
        .contains(new Fault(note, bed.clock().instant()));
  }

  @Test
  void changesNeitherFamilyWhenOneIsRefused() {
    assertThat(outcome(Requests.set("9.1.2.3", "fd00::1"), HOME))
        .isInstanceOf(HostOutcome.AddressRefused.class);

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
  }

  @Test
  void namesFirstFamilyWhenBothAreRefused() {
    assertThat(outcome(Requests.set("fd00::1", "10.0.0.1"), HOME))
        .isEqualTo(new HostOutcome.AddressRefused(address("10.0.0.1"), SpecialPurpose.PRIVATE));
  }

  @Test
  void passesOverSpecialAddressWhereHostIgnoresThem() {
    bed.settings(HOME, settings(SpecialAddresses.IGNORE, false));

    assertThat(outcome(Requests.set("127.0.0.1"), HOME)).isEqualTo(new HostOutcome.Unchanged());
    assertThat(outcome(Requests.set("127.0.0.1", "2600::1"), HOME))
        .isEqualTo(new HostOutcome.Changed());

    assertThat(bed.records("home.example.com", RecordType.A)).isEmpty();
    assertThat(bed.records("home.example.com", RecordType.AAAA)).containsExactly("2600::1");
    assertThat(bed.history(HOME))
        .extracting(Change::note)
        .containsExactly("loopback: 127.0.0.1 was passed over");
  }

  @Test
  void publishesSpecialAddressWhereHostWantsThemAndSaysWhatTheyAre() {
    bed.settings(HOME, settings(SpecialAddresses.PUBLISH, false));

    assertThat(outcome(Requests.set("100.64.1.2", "fd00::1"), HOME))
        .isEqualTo(new HostOutcome.Changed());

    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("100.64.1.2");
    assertThat(bed.history(HOME))
        .extracting(Change::note)
        .containsExactly("carrier-grade-nat, private");
  }

  private HostOutcome outcome(UpdateRequest request, Hostname hostname) {
    UpdateOutcome.Done done = (UpdateOutcome.Done) bed.updater().update(request);
    return Optional.ofNullable(done.hosts().get(hostname)).orElseThrow();
  }

  private static UpdateRequest setOf(Hostname hostname, String address) {
    return Requests.request(setting(hostname, address));
  }

  private static HostSettings settings(SpecialAddresses policy, boolean blocked) {
    return new HostSettings(
        TestBed.ZONE,
        Ttl.DEFAULT,
        Set.of(Family.values()),
        false,
        policy,
        blocked,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }

  private static Token token(
      Role role, List<Grant> grants, Optional<Instant> expires, String... networks) {
    var allowed = List.of(networks).stream().flatMap(n -> Network.parse(n).stream()).toList();
    return new Token(TestBed.SECRET.hash(), "router", role, grants, START, expires, allowed);
  }
}
