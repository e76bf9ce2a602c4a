package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * The reply of a name server; records of other types than {@link QueryType}'s are left out.
 *
 * @param code the response code of RFC 1035 section 4.1.1
 * @param authoritative whether the server answers for the zone itself
 * @param truncated whether more of it is to be had over TCP
 */
public record DnsReply(
    int code,
    boolean authoritative,
    boolean truncated,
    List<DnsRecord> answers,
    List<DnsRecord> authority,
    List<DnsRecord> additional) {

  /** No error. */
  public static final int NOERROR = 0;

  /** There is no such name. */
  public static final int NXDOMAIN = 3;

  public DnsReply {
    answers = List.copyOf(answers);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  /** Whether the server had something to say: that there is no such name is something. */
  public boolean isUsable() {
    return code == NOERROR || code == NXDOMAIN;
  }

  /** The records of a type among the answers. */
  public List<DnsRecord> answers(QueryType type) {
    return answers.stream().filter(answer -> answer.type() == type).toList();
  }

  /** The addresses of a family among the answers, behind an alias or not. */
  public List<IpAddress> addresses(Family family) {
    return answers(QueryType.of(family)).stream()
        .map(answer -> IpAddress.parse(answer.value()))
        .flatMap(Optional::stream)
        .toList();
  }
}
