package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.config.Durations;
import io.github.dyn53.cli.dns.DnsLookup;
import io.github.dyn53.cli.dns.DnsRecord;
import io.github.dyn53.cli.dns.DnsReply;
import io.github.dyn53.cli.dns.QueryType;
import io.github.dyn53.cli.dns.Question;
import io.github.dyn53.cli.dns.ServerAnswer;
import io.github.dyn53.cli.dns.ServerAnswer.Content;
import io.github.dyn53.cli.dns.ZoneAnswers;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the zone's own name servers and this machine's resolver say, against what is wanted. */
record NameCheck(Network network) {

  List<FindingLine> look(Hostname host, Addresses wanted) {
    var findings = new ArrayList<FindingLine>();
    switch (network.zones().ask(host)) {
      case ZoneAnswers.Unknown(String reason) ->
          findings.add(
              Subject.DNS.warn(
                  host.value(),
                  reason,
                  "what the world gets to hear can't be checked from here",
                  "check this machine's DNS; if the domain is new, check that its registrar names"
                      + " the zone's name servers"));
      case ZoneAnswers.Asked asked -> findings.addAll(compare(host, asked, wanted));
    }
    for (Family family : Family.values()) {
      wanted.of(family).ifPresent(address -> findings.add(cached(host, address)));
    }
    return findings;
  }

  /** A line for each different answer, with the servers that gave it. */
  private static List<FindingLine> compare(
      Hostname host, ZoneAnswers.Asked asked, Addresses wanted) {
    Map<Content, List<DnsName>> servers = new LinkedHashMap<>();
    for (ServerAnswer answer : asked.answers()) {
      servers.computeIfAbsent(answer.content(), content -> new ArrayList<>()).add(answer.server());
    }
    return servers.entrySet().stream()
        .map(entry -> compare(host, who(entry.getValue(), asked), entry.getKey(), wanted))
        .toList();
  }

  private static String who(List<DnsName> servers, ZoneAnswers.Asked asked) {
    if (servers.size() > 1 && servers.size() == asked.answers().size()) {
      return "all " + servers.size() + " name servers of " + asked.zone();
    }
    return servers.stream().map(DnsName::value).collect(Collectors.joining(", "));
  }

  private static FindingLine compare(Hostname host, String who, Content content, Addresses wanted) {
    return switch (content) {
      case Content.Unanswered(String reason) ->
          Subject.DNS.warn(
              host.value(),
              who + " can't be asked: " + reason,
              "what it tells the world can't be checked from here",
              "check whether this network lets DNS (port 53) out to servers other than its own");
      case Content.NoSuchName() ->
          Subject.DNS.fail(
              host.value(),
              who + ": there is no such name",
              "no address has been published for it yet",
              "run dyn53 update; if that says all is well, check that the endpoint's zone is the one"
                  + " the domain is delegated to");
      case Content.Holds(Set<IpAddress> addresses) -> compare(host, who, addresses, wanted);
    };
  }

  private static FindingLine compare(
      Hostname host, String who, Set<IpAddress> addresses, Addresses wanted) {
    String seen = who + ": " + text(addresses);
    if (wanted.equals(Addresses.NONE)) {
      return Subject.DNS.skipped(host.value(), seen + "; nothing to compare it with");
    }
    boolean all =
        Stream.of(Family.values())
            .allMatch(family -> wanted.of(family).isEmpty() || matches(family, addresses, wanted));
    return all
        ? Subject.DNS.ok(host.value(), seen + ", as wanted")
        : Subject.DNS.fail(
            host.value(),
            seen + "; wanted is " + wanted.describe(),
            "the world is sent to an address that is not this connection's",
            "run dyn53 update; a change arrives within a minute. If it stays, look at the token and"
                + " hosts above, and at the host's history at the endpoint");
  }

  /** Another address of the family beside the wanted one would send some callers astray. */
  private static boolean matches(Family family, Set<IpAddress> addresses, Addresses wanted) {
    Set<IpAddress> there =
        addresses.stream().filter(a -> a.family() == family).collect(Collectors.toSet());
    return there.equals(Set.of(wanted.of(family).orElseThrow()));
  }

  private static String text(Set<IpAddress> addresses) {
    return addresses.isEmpty()
        ? "the name has no address"
        : addresses.stream().map(IpAddress::text).sorted().collect(Collectors.joining(", "));
  }

  /** A resolver tells how long it will go on giving the answer it has. */
  private FindingLine cached(Hostname host, IpAddress wanted) {
    Family family = wanted.family();
    String about = host + " at your resolver";
    if (!(network.resolver().ask(new Question(host.name(), QueryType.of(family)))
        instanceof DnsLookup.Answered(DnsReply reply))) {
      return Subject.DNS.warn(
          about,
          "it does not answer",
          "programs on this machine may not find names either",
          "check this machine's DNS settings");
    }
    List<IpAddress> there = reply.addresses(family);
    Optional<String> left = remembered(reply, family).map(Durations::describe);
    String seen = there.isEmpty() ? "no " + family.label() + " address" : text(Set.copyOf(there));
    if (there.equals(List.of(wanted))) {
      return Subject.DNS.ok(about, seen + ", as wanted, for another " + left.orElse("0s"));
    }
    return Subject.DNS.warn(
        about,
        seen + left.map(time -> ", for another " + time + " at most").orElse(""),
        "whoever asks this resolver, programs here among them, is given what it remembers; a name"
            + " server inside your network may also answer differently on purpose",
        left.isPresent()
            ? "wait: it goes away by itself when that time is over"
            : "look again in some minutes; if it stays, look into the resolver's settings");
  }

  /**
   * How long a resolver goes on giving this reply, where it tells. That there is no address is
   * remembered as long as the SOA record that says so.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc2308#section-5">RFC 2308 section 5</a>
   */
  private static Optional<Duration> remembered(DnsReply reply, Family family) {
    List<DnsRecord> records =
        reply.addresses(family).isEmpty()
            ? reply.authority().stream().filter(record -> record.type() == QueryType.SOA).toList()
            : reply.answers();
    return records.stream().map(DnsRecord::ttl).min(Duration::compareTo);
  }
}
