package io.github.dyn53.functions.golden;

import static java.util.stream.Collectors.toMap;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.DriftPolicy;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.memory.InMemoryStorms;
import io.github.dyn53.publish.Publication;
import io.github.dyn53.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hosts and tokens that every golden event finds, put in place through the ports of the core,
 * so that they are the same in memory, in DynamoDB and in the emulator. {@code events/README.md}
 * tells it in words.
 *
 * @param exampleCom the id of the hosted zone example.com, which must exist
 * @param exampleNet the id of the hosted zone example.net, which must exist
 */
public record GoldenState(ZoneId exampleCom, ZoneId exampleNet) {

  private static final ZoneId NO_SUCH_ZONE = new ZoneId("ZGONE");
  private static final Addresses IPV4 = addresses("11.22.33.44");
  private static final Addresses BOTH = addresses("11.22.33.44", "2600:1:2::3");

  private static final Set<RecordType> ALL = Set.of(RecordType.A, RecordType.AAAA, RecordType.TXT);

  /** Long before any test, so that a running clock makes no difference. */
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant PAST = Instant.parse("2026-02-01T00:00:00Z");

  /**
   * Puts the state in place and publishes it.
   *
   * @param hosts without any of these hosts
   * @param zones where both zones are empty
   */
  public void load(Hosts hosts, Tokens tokens, Zones zones, InstantSource clock) {
    tokens().forEach(tokens::put);
    var publisher = new Publisher(zones, hosts, new InMemoryStorms(), clock, Duration.ofSeconds(3));
    hosts()
        .forEach((host, addresses) -> {
          save(hosts, host);
          if (!addresses.equals(Addresses.NONE)) {
            Host wanting = leased(host.wanting(addresses, clock.instant()), clock.instant());
            save(hosts, wanting);
            publish(publisher, wanting, clock.instant());
          }
        });
  }

  private static Host leased(Host host, Instant now) {
    return host.leased(HostSamples.leaseFrom(now));
  }

  private static void save(Hosts hosts, Host host) {
    if (!hosts.save(List.of(HostSave.silent(host)))) {
      throw new IllegalStateException("there is such a host already: " + host.hostname());
    }
  }

  private static void publish(Publisher publisher, Host host, Instant now) {
    Publication publication =
        publisher.publish(List.of(host), now.plus(Duration.ofSeconds(30))).get(host.hostname());
    if (!(publication instanceof Publication.Published)) {
      throw new IllegalStateException("%s: %s".formatted(host.hostname(), publication));
    }
  }

  private Map<Host, Addresses> hosts() {
    HostSettings usual = HostSettings.in(exampleCom);
    return Stream.concat(
            Stream.of(
                Map.entry(host("home.example.com", usual), BOTH),
                Map.entry(host("nas.example.com", usual), IPV4),
                Map.entry(host("new.example.com", usual), Addresses.NONE),
                Map.entry(host("*.wild.example.com", usual), IPV4),
                Map.entry(host("neighbour.example.com", usual), IPV4),
                Map.entry(host("web.example.com", wildcard(usual)), BOTH),
                Map.entry(host("legacy.example.com", ipv4Only(usual)), IPV4),
                Map.entry(host("vpn.example.com", special(usual, SpecialAddresses.PUBLISH)), IPV4),
                Map.entry(host("test.example.com", special(usual, SpecialAddresses.IGNORE)), IPV4),
                Map.entry(host("blocked.example.com", blocked(usual)), IPV4),
                Map.entry(host("gone.example.com", HostSettings.in(NO_SUCH_ZONE)), Addresses.NONE),
                Map.entry(host("example.net", HostSettings.in(exampleNet)), IPV4),
                Map.entry(host("gate.example.com", leader(usual)), BOTH),
                Map.entry(host("cam.example.com", follower(usual, "::a:b:c:d", 0)), IPV4),
                Map.entry(
                    host("tv.example.com", behind(usual, "00:11:22:33:44:55", 0, Group.NONE)),
                    addresses("11.22.33.44", "2600:1:2::211:22ff:fe33:4455")),
                Map.entry(host("lab.example.com", follower(usual, "::e", 0x12)), IPV4),
                Map.entry(
                    host("mate.example.net", follower(HostSettings.in(exampleNet), "none", 0)),
                    IPV4)),
            numbered().map(name -> Map.entry(host(name, usual), Addresses.NONE)))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Token> tokens() {
    List<String> granted = new ArrayList<>(numbered().toList());
    granted.addAll(
        List.of("home.example.com", "nas.example.com", "new.example.com", "*.wild.example.com"));
    granted.addAll(List.of("web.example.com", "legacy.example.com", "vpn.example.com"));
    granted.addAll(List.of("test.example.com", "blocked.example.com", "gone.example.com"));
    granted.add("example.net");
    Grant lapsed = new Grant(new Hostname("home.example.com"), Grant.ADDRESSES, Optional.of(PAST));
    return List.of(
        device("router", grants(granted), Optional.empty(), List.of()),
        device("lapsed", grants(granted), Optional.of(PAST), List.of()),
        device("office", grants(granted), Optional.empty(), List.of(network("9.9.9.0/24"))),
        device("guests", List.of(lapsed), Optional.empty(), List.of()),
        device("proofs", certificateGrants(), Optional.empty(), List.of()),
        new Token(
            secret("admins").hash(),
            "admins",
            Role.ADMIN,
            List.of(),
            CREATED,
            Optional.empty(),
            List.of()),
        device(
            "couple",
            grants(List.of("nas.example.com", "home.example.com")),
            Optional.empty(),
            List.of()),
        device("portal", grants(List.of("gate.example.com")), Optional.empty(), List.of()),
        device("studio", grants(List.of("tv.example.com")), Optional.empty(), List.of()),
        device("bureau", grants(List.of("lab.example.com")), Optional.empty(), List.of()),
        new Token(
            secret("slowly").hash(),
            "slowly",
            Role.DEVICE,
            List.of(new Grant(new Hostname("home.example.com"), ALL, Optional.empty())),
            CREATED,
            Optional.empty(),
            List.of(),
            Limits.USUAL.withChangesPerHour(1)));
  }

  /** A secret that nobody takes for a real one: the name of a token stands at its end. */
  public static Secret secret(String tokenName) {
    return new Secret("examplesecretexamplesecret" + tokenName);
  }

  private static Token device(
      String name, List<Grant> grants, Optional<Instant> expires, List<Network> networks) {
    return new Token(secret(name).hash(), name, Role.DEVICE, grants, CREATED, expires, networks);
  }

  private static List<Grant> grants(List<String> names) {
    return names.stream()
        .map(name -> new Grant(new Hostname(name), Grant.ADDRESSES, Optional.empty()))
        .toList();
  }

  /** Addresses too: DuckDNS has one token for both. */
  private static List<Grant> certificateGrants() {
    return Stream.of("home.example.com", "nas.example.com", "gone.example.com")
        .map(name -> new Grant(new Hostname(name), ALL, Optional.empty()))
        .toList();
  }

  private static Stream<String> numbered() {
    return IntStream.rangeClosed(1, 20).mapToObj("h%02d.example.com"::formatted);
  }

  private static Host host(String name, HostSettings settings) {
    return Host.added(new Hostname(name), settings);
  }

  private static HostSettings leader(HostSettings usual) {
    Group group = Group.NONE;
    for (String name : List.of("cam.example.com", "lab.example.com", "mate.example.net")) {
      group = group.with(new Hostname(name));
    }
    return usual.in(group);
  }

  private static HostSettings follower(HostSettings usual, String id, int subnet) {
    return behind(usual, id, subnet, Group.following(new Hostname("gate.example.com")));
  }

  private static HostSettings behind(HostSettings usual, String id, int subnet, Group group) {
    return new HostSettings(
        usual.zone(),
        usual.ttl(),
        usual.families(),
        usual.wildcard(),
        usual.specialAddresses(),
        usual.blocked(),
        usual.silence(),
        usual.drift(),
        usual.owner(),
        InterfaceId.parse(id),
        subnet,
        group);
  }

  private static HostSettings wildcard(HostSettings usual) {
    return settings(usual, usual.families(), true, usual.specialAddresses(), false);
  }

  private static HostSettings ipv4Only(HostSettings usual) {
    return settings(usual, Set.of(Family.IPV4), false, usual.specialAddresses(), false);
  }

  private static HostSettings special(HostSettings usual, SpecialAddresses policy) {
    return settings(usual, usual.families(), false, policy, false);
  }

  private static HostSettings blocked(HostSettings usual) {
    return settings(usual, usual.families(), false, usual.specialAddresses(), true);
  }

  private static HostSettings settings(
      HostSettings usual,
      Set<Family> families,
      boolean wildcard,
      SpecialAddresses policy,
      boolean blocked) {
    return new HostSettings(
        usual.zone(),
        Ttl.DEFAULT,
        families,
        wildcard,
        policy,
        blocked,
        Optional.empty(),
        DriftPolicy.REPAIR,
        Optional.empty());
  }

  private static Addresses addresses(String... texts) {
    Addresses addresses = Addresses.NONE;
    for (String text : texts) {
      addresses = addresses.with(IpAddress.parse(text).orElseThrow());
    }
    return addresses;
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }
}
