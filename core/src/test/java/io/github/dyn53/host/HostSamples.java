package io.github.dyn53.host;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.Ipv6Address;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.dns.ZoneId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hosts that have next to nothing and hosts that have all there is. */
public final class HostSamples {

  public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
  public static final Addresses IPV4_ONLY = addresses("9.1.2.3");
  public static final Addresses BOTH = IPV4_ONLY.with(ipv6("2600:1:2::3"));

  private static final ZoneId ZONE = new ZoneId("ZCONTRACT");

  private HostSamples() {}

  /** A lease as a writer of that moment takes it. */
  public static Lease leaseFrom(Instant now) {
    return new Lease(53, now.plus(Lease.LASTS));
  }

  /** A host as an owner adds it. */
  public static Host bare(Hostname hostname) {
    return Host.added(hostname, HostSettings.in(ZONE));
  }

  /** A first version that has a value in every field that can be without. */
  public static Host full(Hostname hostname) {
    var settings =
        new HostSettings(
            ZONE,
            new Ttl(300),
            Set.of(Family.IPV4, Family.IPV6),
            true,
            SpecialAddresses.IGNORE,
            true,
            Optional.of(new Silence(Duration.ofHours(36), SilencePolicy.WITHDRAW)),
            DriftPolicy.REPORT,
            Optional.of("Zoë, 2nd floor"),
            InterfaceId.parse("02:11:22:33:44:55"),
            0xfffe,
            Group.NONE.with(new Hostname("nas.example.com")).with(new Hostname("*.example.net")));
    List<Challenge> challenges =
        List.of(
            new Challenge(new TxtValue("LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM"), NOW),
            new Challenge(new TxtValue("with \"quotes\" and \\"), NOW.plus(Challenge.LASTS)));
    Host wished =
        new Host(
            hostname, settings, BOTH, IPV4_ONLY, challenges, Optional.empty(), 1, Activity.NONE);
    var activity =
        new Activity(
            Optional.of(NOW),
            Optional.of(NOW.plusSeconds(3600)),
            Optional.of(new Fault("access denied: \"zone\"", NOW.plusMillis(1))),
            Optional.of(new Fault("A is missing", NOW.plusMillis(2))),
            Optional.of(new ChangeCount(NOW.minusMillis(3), 7)));
    var pending =
        new Pending(
            NOW.minusMillis(1),
            wished.wantedRecordSets().keySet(),
            Optional.of(new Lease(1, NOW.plusSeconds(30))),
            Optional.of(NOW.plusSeconds(2)));
    return new Host(
        hostname, settings, BOTH, IPV4_ONLY, challenges, Optional.of(pending), 1, activity);
  }

  /** One IPv4 address. */
  public static Addresses addresses(String ipv4) {
    return Addresses.NONE.with(Ipv4Address.parse(ipv4).orElseThrow());
  }

  /** One IPv6 address. */
  public static Ipv6Address ipv6(String text) {
    return Ipv6Address.parse(text).orElseThrow();
  }

  /** The history line that tells of this version. */
  public static Change change(Host host, Instant at) {
    var actor = new Actor("router", "ddclient/3.10.0", "9.1.2.3");
    return new Change(
        host.hostname(),
        at,
        host.version(),
        ChangeKind.UPDATED,
        Addresses.NONE,
        host.wanted(),
        actor,
        "");
  }
}
