package io.github.dyn53.update;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.Ipv6Prefix;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A leader moves, and those that follow it. */
class GroupTest {

  private static final Hostname NAS = new Hostname("nas.example.com");
  private static final Hostname CAM = new Hostname("cam.example.com");
  private static final HostOutcome CHANGED = new HostOutcome.Changed();
  private static final HostOutcome UNCHANGED = new HostOutcome.Unchanged();

  private final TestBed bed = new TestBed();

  @Test
  void movesFollowersBehindThePrefixAndNotTheRouter() {
    follow(NAS, "::a:b:c:d", 0x12);
    follow(CAM, "00:11:22:33:44:55", 0);
    done(addresses("9.1.2.3", "2600::1"));

    var done = done(prefix("2600:1:2::/56", new AddressChange.Keep()));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(done.followers()).isEqualTo(Map.of(NAS, CHANGED, CAM, CHANGED));
    assertThat(aaaa(HOME)).containsExactly("2600::1");
    assertThat(aaaa(NAS)).containsExactly("2600:1:2:12:a:b:c:d");
    assertThat(aaaa(CAM)).containsExactly("2600:1:2:0:211:22ff:fe33:4455");
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void movesWithoutIdToTheLeadersOwnAddress() {
    follow(NAS, "", 0);
    follow(CAM, "::1:2:3:4", 0);

    done(prefix("2600:1:2::/64", set("2600::1")));

    assertThat(aaaa(HOME)).containsExactly("2600::1");
    assertThat(aaaa(NAS)).containsExactly("2600::1");
    assertThat(aaaa(CAM)).containsExactly("2600:1:2:0:1:2:3:4");
  }

  @Test
  void leavesHostWithIdWhereOnlyTheLeadersAddressIsTold() {
    follow(NAS, "::a", 0);
    done(prefix("2600:1:2::/64", set("2600::1")));

    var done = done(addresses("9.1.2.4", "2600::2"));

    assertThat(done.followers()).containsEntry(NAS, CHANGED);
    assertThat(aaaa(NAS)).containsExactly("2600:1:2::a");
    assertThat(aaaa(HOME)).containsExactly("2600::2");
  }

  @Test
  void takesFollowersOffTheAirWithTheLeader() {
    follow(NAS, "::a", 0);
    done(prefix("2600:1:2::/64", set("2600::1")));
    done(addresses("9.1.2.3"));

    done(Map.of(Family.IPV4, new AddressChange.Clear(), Family.IPV6, new AddressChange.Clear()));

    assertThat(aaaa(NAS)).isEmpty();
    assertThat(bed.records("nas.example.com", RecordType.A)).isEmpty();
  }

  @Test
  void leavesTheFamiliesAloneThatFollowerMayNotHave() {
    follow(NAS, settings("", 0, Set.of(Family.IPV4), false));

    done(addresses("9.1.2.3", "2600::1"));

    assertThat(aaaa(NAS)).isEmpty();
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void readsTwiceTheFirstTimeAndOnceFromThenOn() {
    follow(NAS, "::a", 0);
    bed.journal().take();

    done(addresses("9.1.2.3"));
    assertThat(bed.journal().take()).containsExactly("look", "look", "save", "change", "save");

    done(addresses("9.1.2.4"));
    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");

    done(addresses("9.1.2.4"));
    assertThat(bed.journal().take()).containsExactly("look");
  }

  @Test
  void findsFollowerThatJoinsAndForgetsOneThatLeaves() {
    follow(NAS, "", 0);
    done(addresses("9.1.2.3"));
    follow(CAM, "", 0);
    unfollow(NAS);

    var done = done(addresses("9.1.2.4"));

    assertThat(done.followers()).isEqualTo(Map.of(CAM, CHANGED));
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.3");
    bed.journal().take();
    done(addresses("9.1.2.5"));
    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
  }

  @Test
  void mendsFollowerThatWasLeftBehind() {
    done(addresses("9.1.2.3"));
    follow(NAS, "", 0);

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(done(addresses("9.1.2.3")).hosts()).isEqualTo(Map.of(HOME, UNCHANGED));
  }

  @Test
  void notesInTheHistoryWhomAHostFollowed() {
    follow(NAS, "", 0);
    done(addresses("9.1.2.3"));

    assertThat(bed.history(NAS))
        .extracting(Change::note)
        .containsExactly("follows home.example.com");
    assertThat(bed.history(NAS)).extracting(line -> line.by().name()).containsExactly("router");
  }

  @Test
  void movesNobodyWhereTheLeaderIsTurnedDown() {
    follow(NAS, settings("", 0, Set.of(Family.values()), false));
    bed.settings(HOME, blocked(bed.host(HOME).settings()));

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, new HostOutcome.Blocked()));
    assertThat(done.followers()).isEmpty();
    assertThat(bed.history(NAS)).isEmpty();
  }

  @Test
  void movesNobodyWithTokenForTheFollowerOnly() {
    follow(NAS, "", 0);
    bed.tokens().put(TestBed.token("nas.example.com"));

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, new HostOutcome.NoHost()));
    assertThat(done.followers()).isEmpty();
  }

  /** Half a membership, as a hand in the table would make it, moves nobody. */
  @Test
  void movesNobodyWhoDoesNotFollow() {
    bed.add(NAS, HostSettings.in(TestBed.ZONE));
    bed.settings(HOME, bed.host(HOME).settings().in(Group.NONE.with(NAS).with(CAM)));

    assertThat(done(addresses("9.1.2.3")).followers()).isEmpty();
    assertThat(bed.history(NAS)).isEmpty();
  }

  @Test
  void refusesFollowerAlone() {
    follow(NAS, "::a", 7);
    follow(CAM, "::b", 0);
    done(addresses("9.1.2.3"));

    var done = done(prefix("2600:1:2:3::/64", new AddressChange.Keep()));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(done.followers())
        .isEqualTo(
            Map.of(NAS, new HostOutcome.SubnetRefused(of("2600:1:2:3::/64"), 7), CAM, CHANGED));
    assertThat(aaaa(CAM)).containsExactly("2600:1:2:3::b");
    assertThat(bed.host(NAS).activity().lastFault().orElseThrow().text())
        .isEqualTo("2600:1:2:3::/64 has no subnet 7, so this host has no address there");
  }

  /** The router says the same again and again: what was noted of a follower stays. */
  @Test
  void movesFollowerInTheFamilyThatFits() {
    follow(NAS, "::a", 7);
    follow(CAM, "::b", 0);
    Map<Family, AddressChange> both =
        Map.of(
            Family.IPV4,
            set("9.1.2.4"),
            Family.IPV6,
            new AddressChange.SetPrefix(of("fd00:1:2:3::/64"), new AddressChange.Keep()));

    assertThat(done(both).followers()).isEqualTo(Map.of(NAS, CHANGED, CAM, CHANGED));
    assertThat(bed.records(NAS.value(), RecordType.A)).containsExactly("9.1.2.4");
    assertThat(bed.records(CAM.value(), RecordType.A)).containsExactly("9.1.2.4");
    assertThat(aaaa(NAS)).isEmpty();
    assertThat(aaaa(CAM)).isEmpty();
    assertThat(bed.history(NAS).getFirst().note()).contains("has no subnet 7");
    assertThat(bed.history(CAM).getFirst().note()).contains("fd00:1:2:3::b was refused");

    var again = done(both);

    assertThat(again.hosts()).isEqualTo(Map.of(HOME, UNCHANGED));
    assertThat(again.followers().get(NAS)).isInstanceOf(HostOutcome.SubnetRefused.class);
    assertThat(again.followers().get(CAM)).isInstanceOf(HostOutcome.AddressRefused.class);
    assertThat(bed.host(CAM).activity().lastFault()).isPresent();
    assertThat(bed.host(CAM).wanted().of(Family.IPV4)).isPresent();
  }

  @Test
  void refusesHostWhoseOwnSubnetDoesNotFit() {
    bed.settings(HOME, settings("::a", 7, Set.of(Family.values()), false));

    assertThat(done(prefix("2600:1:2:3::/64", set("2600::1"))).hosts())
        .isEqualTo(Map.of(HOME, new HostOutcome.SubnetRefused(of("2600:1:2:3::/64"), 7)));
    assertThat(aaaa(HOME)).isEmpty();
  }

  @Test
  void isNotSpoiltByFollowerWhoseZoneRefuses() {
    follow(
        NAS,
        new HostSettings(
            new ZoneId("ZGONE"),
            Ttl.DEFAULT,
            Set.of(Family.values()),
            false,
            SpecialAddresses.REFUSE,
            false,
            Optional.empty(),
            DriftPolicy.REPAIR,
            Optional.empty()));

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(done.followers().get(NAS)).isInstanceOf(HostOutcome.ZoneRefused.class);
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.3");
    assertThat(bed.host(NAS).isSettled()).isFalse();
  }

  @Test
  void movesWithoutFollowerThatIsSpoilt() {
    follow(NAS, "", 0);
    follow(CAM, "", 0);
    bed.hosts().spoil(NAS, "no TTL");

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(done.followers())
        .isEqualTo(Map.of(NAS, new HostOutcome.Unreadable("no TTL"), CAM, CHANGED));

    bed.hosts().mend(NAS);
    assertThat(done(addresses("9.1.2.3")).followers().get(NAS)).isEqualTo(CHANGED);
  }

  @Test
  void leavesFollowerToWhoeverHoldsIt() {
    follow(NAS, "", 0);
    Host held =
        bed.host(NAS)
            .wanting(HostSamples.IPV4_ONLY, bed.clock().instant())
            .leased(HostSamples.leaseFrom(bed.clock().instant()));
    bed.save(held);

    var done = done(addresses("9.1.2.7"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED));
    assertThat(done.followers().get(NAS)).isInstanceOf(HostOutcome.HandedOver.class);
    assertThat(bed.host(NAS).wanted().describe()).isEqualTo("9.1.2.7");
  }

  @Test
  void takesHostByItsOwnNameOverTheOneItFollows() {
    follow(NAS, "", 0);
    bed.tokens().put(TestBed.token("home.example.com", "nas.example.com"));

    var done = done(Requests.setting(HOME, "9.1.2.3"), Requests.setting(NAS, "9.1.2.4"));

    assertThat(done.hosts()).isEqualTo(Map.of(HOME, CHANGED, NAS, CHANGED));
    assertThat(done.followers()).isEmpty();
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.4");
  }

  @Test
  void movesFiftyFollowersAtOnce() {
    List<Hostname> all = followers(Group.MOST_FOLLOWERS);
    done(prefix("2600:1:2::/64", set("2600::1")));
    bed.journal().take();
    int batches = bed.zones().changes();

    var done = done(prefix("2600:1:3::/64", set("2600::2")));

    assertThat(done.followers()).hasSize(50);
    // DynamoDB takes 50 hosts with their history in one transaction; these are 51.
    assertThat(bed.journal().take())
        .containsExactly("look", "save", "save", "change", "save", "save");
    assertThat(bed.zones().changes()).isEqualTo(batches + 1);
    assertThat(all).allMatch(host -> aaaa(host).get(0).startsWith("2600:1:3:"));
  }

  @Test
  void movesNobodyWhereTooManyWouldMoveAtOnce() {
    followers(Group.MOST_FOLLOWERS);
    var second = new Hostname("second.example.com");
    bed.add(second, HostSettings.in(TestBed.ZONE));
    Group group = Group.NONE;
    for (int i = 0; i < Group.MOST_FOLLOWERS; i++) {
      group = group.with(new Hostname("s%d.example.com".formatted(i)));
    }
    bed.settings(second, bed.host(second).settings().in(group));
    bed.tokens().put(TestBed.token("home.example.com", "second.example.com"));

    var done = done(Requests.setting(HOME, "9.1.2.3"), Requests.setting(second, "9.1.2.3"));

    assertThat(done.hosts().get(HOME)).isEqualTo(CHANGED);
    assertThat(done.hosts().get(second)).isInstanceOf(HostOutcome.OverLimit.class);
    assertThat(bed.records(second.value(), RecordType.A)).isEmpty();
    assertThat(bed.host(second).activity().lastFault()).isPresent();
  }

  @Test
  void decidesAgainAfterLostRaceWithAllFollowers() {
    followers(Group.MOST_FOLLOWERS);
    done(addresses("9.1.2.3"));
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.NONE);
    bed.hosts().failNext(InMemoryHosts.Fault.RACE_LOST);

    var done = done(addresses("9.1.2.4"));

    assertThat(done.followers().values()).containsOnly(CHANGED).hasSize(50);
    assertThat(bed.history(new Hostname("f7.example.com"))).hasSize(2);
  }

  @Test
  void handsTheWholeGroupOverWhereTheZoneIsBusy() {
    followers(3);
    bed.zones().failNext(InMemoryZones.Fault.BUSY);

    var done = done(addresses("9.1.2.3"));

    assertThat(done.hosts().get(HOME)).isInstanceOf(HostOutcome.HandedOver.class);
    assertThat(done.followers().values())
        .hasSize(3)
        .allMatch(HostOutcome.HandedOver.class::isInstance);
    bed.clock().advance(Duration.ofMinutes(10));
    bed.sweep();
    assertThat(bed.records("f2.example.com", RecordType.A)).containsExactly("9.1.2.3");
  }

  @Test
  void movesNoMoreHostsThanTheTokenMay() {
    List<Hostname> all = followers(2);
    bed.tokens().put(limited(new Limits(60, 10, 2)));

    String tooMany = "too many hosts: router may move 2 at once";
    assertThat(done(addresses("9.1.2.1")).hosts().get(HOME))
        .isEqualTo(new HostOutcome.OverLimit(tooMany));
    assertThat(bed.records(all.get(0).value(), RecordType.A)).doesNotContain("9.1.2.1");
    assertThat(bed.host(HOME).activity().lastFault().orElseThrow().text()).isEqualTo(tooMany);

    bed.tokens().put(limited(new Limits(60, 10, 3)));
    assertThat(done(addresses("9.1.2.1")).hosts()).containsEntry(HOME, CHANGED);
  }

  @Test
  void saysOfASpoiltHostThatItIsWhereTooManyWouldMove() {
    bed.tokens().put(limited(new Limits(60, 10, 1)));
    bed.hosts().spoil(HOME, "no TTL");

    var done = done(Requests.setting(NAS, "9.1.2.3"), Requests.setting(HOME, "9.1.2.3"));

    assertThat(done.hosts().get(HOME)).isInstanceOf(HostOutcome.Unreadable.class);
  }

  @Test
  void refusesMoreChangesThanTheTokenMayMakeInAnHour() {
    bed.tokens().put(limited(2));
    done(addresses("9.1.2.1"));
    done(addresses("9.1.2.2"));
    assertThat(done(addresses("9.1.2.2")).hosts()).containsEntry(HOME, UNCHANGED);

    assertThat(done(addresses("9.1.2.3")).hosts().get(HOME))
        .isEqualTo(
            new HostOutcome.OverLimit(
                "too many changes: router may change a host 2 times an hour"));
    assertThat(done(addresses("9.1.2.2")).hosts()).containsEntry(HOME, UNCHANGED);
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.2");

    bed.clock().advance(Duration.ofMinutes(59));
    assertThat(done(addresses("9.1.2.3")).hosts().get(HOME))
        .isInstanceOf(HostOutcome.OverLimit.class);
    bed.clock().advance(Duration.ofMinutes(1));
    assertThat(done(addresses("9.1.2.3")).hosts()).containsEntry(HOME, CHANGED);
  }

  /** An unchanged leader can't hide that its followers are moved round and round. */
  @Test
  void refusesPrefixesThatChangeTooOften() {
    bed.tokens().put(limited(1));
    follow(NAS, "::a", 0);
    done(prefix("2600:1:2::/64", new AddressChange.Keep()));

    assertThat(done(prefix("2600:1:3::/64", new AddressChange.Keep())).hosts().get(HOME))
        .isInstanceOf(HostOutcome.OverLimit.class);
    assertThat(aaaa(NAS)).containsExactly("2600:1:2::a");
  }

  @Test
  void updatesTheTokensOwnHostsWhereNoneIsNamed() {
    bed.add(NAS, HostSettings.in(TestBed.ZONE));
    bed.tokens().put(TestBed.token("nas.example.com", "*.lab.example.com", "home.example.com"));
    bed.journal().take();

    var first = unnamed("9.1.2.3");
    assertThat(bed.journal().take()).containsExactly("look", "look", "save", "change", "save");
    unnamed("9.1.2.4");

    assertThat(bed.journal().take()).containsExactly("look", "save", "change", "save");
    assertThat(first.hosts().keySet()).containsExactly(NAS, HOME);
    assertThat(bed.records("nas.example.com", RecordType.A)).containsExactly("9.1.2.4");
    assertThat(bed.records("home.example.com", RecordType.A)).containsExactly("9.1.2.4");
  }

  @Test
  void updatesNothingWhereTheTokenIsForTooManyHostsToGuess() {
    bed.tokens()
        .put(
            TestBed.token(
                IntStream.rangeClosed(1, 21)
                    .mapToObj("h%d.example.com"::formatted)
                    .toArray(String[]::new)));

    assertThat(unnamed("9.1.2.3").hosts()).isEmpty();
  }

  private UpdateOutcome.Done unnamed(String address) {
    UpdateRequest named = Requests.set(address);
    return (UpdateOutcome.Done)
        bed.updater()
            .update(
                new UpdateRequest(
                    named.secret(),
                    named.source(),
                    named.client(),
                    List.of(),
                    Optional.of(named.updates().get(0).changes())));
  }

  private static Token limited(int changesPerHour) {
    return limited(Limits.USUAL.withChangesPerHour(changesPerHour));
  }

  private static Token limited(Limits limits) {
    return new Token(
        TestBed.SECRET.hash(),
        "router",
        Role.DEVICE,
        List.of(new Grant(HOME, Grant.ADDRESSES, Optional.empty())),
        TestBed.START,
        Optional.empty(),
        List.of(),
        limits);
  }

  private List<Hostname> followers(int count) {
    List<Hostname> all =
        IntStream.range(0, count)
            .mapToObj(i -> new Hostname("f%d.example.com".formatted(i)))
            .toList();
    IntStream.range(0, count).forEach(i -> follow(all.get(i), "::" + (i + 1), 0));
    return all;
  }

  private void follow(Hostname follower, String id, int subnet) {
    follow(follower, settings(id, subnet, Set.of(Family.values()), false));
  }

  private void follow(Hostname follower, HostSettings settings) {
    bed.add(follower, settings.in(Group.following(HOME)));
    HostSettings leader = bed.host(HOME).settings();
    bed.settings(HOME, leader.in(leader.group().with(follower)));
  }

  private void unfollow(Hostname follower) {
    bed.settings(follower, bed.host(follower).settings().in(Group.NONE));
    HostSettings leader = bed.host(HOME).settings();
    bed.settings(HOME, leader.in(leader.group().without(follower)));
  }

  private static HostSettings blocked(HostSettings usual) {
    return new HostSettings(
        usual.zone(),
        usual.ttl(),
        usual.families(),
        usual.wildcard(),
        usual.specialAddresses(),
        true,
        usual.silence(),
        usual.drift(),
        usual.owner(),
        usual.interfaceId(),
        usual.subnet(),
        usual.group());
  }

  private static HostSettings settings(
      String id, int subnet, Set<Family> families, boolean blocked) {
    return new HostSettings(
        TestBed.ZONE,
        Ttl.DEFAULT,
        families,
        false,
        SpecialAddresses.REFUSE,
        blocked,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty(),
        InterfaceId.parse(id),
        subnet,
        Group.NONE);
  }

  private UpdateOutcome.Done done(Map<Family, AddressChange> changes) {
    return done(HostUpdate.ofAddresses(HOME, changes));
  }

  private UpdateOutcome.Done done(HostUpdate... updates) {
    return (UpdateOutcome.Done) bed.updater().update(Requests.request(updates));
  }

  private static Map<Family, AddressChange> addresses(String... texts) {
    return Requests.setting(HOME, texts).changes();
  }

  private static Map<Family, AddressChange> prefix(String text, AddressChange otherwise) {
    return Map.of(
        Family.IPV4, set("9.1.2.3"), Family.IPV6, new AddressChange.SetPrefix(of(text), otherwise));
  }

  private static Ipv6Prefix of(String text) {
    return Ipv6Prefix.parse(text).orElseThrow();
  }

  private static AddressChange set(String text) {
    return new AddressChange.Set(Requests.address(text));
  }

  private List<String> aaaa(Hostname hostname) {
    return bed.records(hostname.value(), RecordType.AAAA);
  }
}
