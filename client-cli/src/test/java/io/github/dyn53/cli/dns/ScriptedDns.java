package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Name servers that know what they were told: resolvers are asked with recursion, a zone's own
 * without.
 */
public final class ScriptedDns implements DnsExchange {

  private final Map<String, DnsReply> replies = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  @Override
  public DnsLookup ask(InetSocketAddress server, Question question, boolean recursive) {
    String who = recursive ? "resolver" : server.getAddress().getHostAddress();
    String key = who + " " + question.type() + " " + question.name();
    asked.add(key);
    DnsReply reply = replies.get(key);
    return reply == null
        ? new DnsLookup.Unanswered("no answer within 2 seconds")
        : new DnsLookup.Answered(reply);
  }

  /** What was asked, such as {@code resolver A home.example.com}. */
  public List<String> asked() {
    return asked;
  }

  /** Has a server ({@code resolver} or an address) answer with these values. */
  public ScriptedDns answer(String who, QueryType type, String name, String... values) {
    var answers = new ArrayList<DnsRecord>();
    for (String value : values) {
      answers.add(new DnsRecord(new DnsName(name), type, Duration.ofSeconds(60), value));
    }
    return reply(who, type, name, 0, answers, List.of());
  }

  /** Has it say that there is no such name, or with code 0 no such record, in this zone. */
  public ScriptedDns none(String who, QueryType type, String name, int code, String zone) {
    var soa =
        new DnsRecord(new DnsName(zone), QueryType.SOA, Duration.ofSeconds(60), "ns1." + zone);
    return reply(who, type, name, code, List.of(), List.of(soa));
  }

  private ScriptedDns reply(
      String who,
      QueryType type,
      String name,
      int code,
      List<DnsRecord> answers,
      List<DnsRecord> authority) {
    boolean authoritative = !who.equals("resolver");
    replies.put(
        who + " " + type + " " + name,
        new DnsReply(code, authoritative, false, answers, authority, List.of()));
    return this;
  }

  /** A zone with two servers at 192.0.2.1 and 192.0.2.2, and a host in it. */
  public static ScriptedDns zone(String zone, String host, String... addresses) {
    var dns = new ScriptedDns();
    dns.none("resolver", QueryType.SOA, host, 0, zone);
    dns.answer("resolver", QueryType.NS, zone, "ns1." + zone, "ns2." + zone);
    for (int i = 1; i <= 2; i++) {
      dns.answer("resolver", QueryType.A, "ns" + i + "." + zone, "192.0.2." + i);
      dns.none("resolver", QueryType.AAAA, "ns" + i + "." + zone, 0, zone);
      dns.answer("192.0.2." + i, QueryType.A, host, addresses);
      dns.none("192.0.2." + i, QueryType.AAAA, host, 0, zone);
    }
    dns.answer("resolver", QueryType.A, host, addresses);
    dns.none("resolver", QueryType.AAAA, host, 0, zone);
    return dns;
  }
}
