package io.github.dyn53.protocol;

import static java.util.stream.Collectors.joining;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.SpecialPurpose;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.UpdateOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the reply to one dyndns2 request. */
final class Dyndns2Reply {

  /** Seconds; long enough for a throttled account to recover, short enough for a person to wait. */
  private static final String RETRY_AFTER = "30";

  /** Seconds in which changes are counted ({@link io.github.dyn53.access.Limits}). */
  private static final String HOUR = "3600";

  private final WebRequest request;

  Dyndns2Reply(WebRequest request) {
    this.request = request;
  }

  private record Line(ReturnCode code, Verdict verdict, String text, String note) {
    static Line refused(ReturnCode code, String note) {
      return new Line(code, Verdict.REFUSED, code.word(), note);
    }

    static Line failed(ReturnCode code, String reason) {
      return new Line(code, Verdict.FAILED, code.word(), reason);
    }

    /** With the addresses as they were sent, if any were. */
    static Line success(ReturnCode code, Verdict verdict, AskedAddresses asked) {
      return new Line(code, verdict, (code.word() + " " + asked.echo()).strip(), special(asked));
    }

    Line noting(String reason) {
      String both = note.isEmpty() ? reason : note + "; " + reason;
      return new Line(code, verdict, text, both);
    }

    /** What the log says of addresses that a host publishes or passes over all the same. */
    private static String special(AskedAddresses asked) {
      return asked.addresses().stream()
          .flatMap(address ->
              SpecialPurpose.of(address).map(p -> p.word() + ": " + address.text()).stream())
          .collect(joining(", "));
    }
  }

  /** One line for a request that is turned down as a whole. */
  Handled refused(ReturnCode code) {
    return whole(Line.refused(code, ""));
  }

  /** One line for a request that could not be carried out. */
  Handled failed(String reason) {
    return whole(Line.failed(ReturnCode.TROUBLE, reason));
  }

  private Handled whole(Line line) {
    return handled(List.of(line), Optional.empty(), List.of(), Set.of());
  }

  /** One line for each name. */
  Handled lines(List<String> names, AskedAddresses asked, UpdateOutcome.Done done) {
    // Without a name the token's own hosts are meant, where it has some.
    List<String> meant =
        names.isEmpty() ? done.hosts().keySet().stream().map(Hostname::value).toList() : names;
    if (meant.isEmpty()) {
      return refused(ReturnCode.NOTFQDN);
    }
    List<Line> lines = new ArrayList<>();
    List<Hostname> hosts = new ArrayList<>();
    for (String name : meant) {
      Optional<Hostname> hostname = Hostname.parse(name);
      hostname.ifPresent(hosts::add);
      lines.add(
          hostname
              .map(host -> line(host, asked, done))
              .orElse(Line.refused(ReturnCode.NOTFQDN, "")));
    }
    return handled(lines, Optional.of(done), hosts, families(asked));
  }

  private static Line line(Hostname host, AskedAddresses asked, UpdateOutcome.Done done) {
    HostOutcome outcome = done.hosts().get(host);
    return outcome == null
        ? Line.refused(ReturnCode.DNSERR, "not an address, or two for one family")
        : line(outcome, asked);
  }

  private static Line line(HostOutcome outcome, AskedAddresses asked) {
    return switch (outcome) {
      case HostOutcome.Changed() -> Line.success(ReturnCode.GOOD, Verdict.UPDATED, asked);
      case HostOutcome.Unchanged() -> Line.success(ReturnCode.NOCHG, Verdict.UNCHANGED, asked);
      case HostOutcome.NoHost() -> Line.refused(ReturnCode.NOHOST, "");
      // Of no use to the client, but it passes as soon as the owner has mended it.
      case HostOutcome.Unreadable(String reason) -> Line.failed(ReturnCode.TROUBLE, reason);
      case HostOutcome.Blocked() -> Line.refused(ReturnCode.ABUSE, "");
      case HostOutcome.AddressRefused refused ->
          Line.refused(ReturnCode.DNSERR, refused.describe());
      case HostOutcome.SubnetRefused refused -> Line.refused(ReturnCode.DNSERR, refused.describe());
      case HostOutcome.OverLimit(String reason) -> Line.refused(ReturnCode.ABUSE, reason);
      case HostOutcome.ZoneRefused(String reason) -> Line.failed(ReturnCode.DNSERR, reason);
      // The wish is durable, and a newer one can't be lost behind it: that is what good promises.
      case HostOutcome.HandedOver(String reason) ->
          Line.success(ReturnCode.GOOD, Verdict.UPDATED, asked).noting(reason);
    };
  }

  private static Set<Family> families(AskedAddresses asked) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    asked
        .changes()
        .forEach((family, change) -> {
          if (!(change instanceof AddressChange.Keep)) {
            families.add(family);
          }
        });
    return families;
  }

  private Handled handled(
      List<Line> lines,
      Optional<UpdateOutcome.Done> done,
      List<Hostname> hosts,
      Set<Family> families) {
    List<ReturnCode> codes = lines.stream().map(Line::code).toList();
    String outcome = codes.stream().map(ReturnCode::word).distinct().collect(joining(","));
    List<String> notes =
        Stream.concat(
                lines.stream().map(Line::note),
                done.stream().flatMap(all -> Followers.problems(all).stream()))
            .filter(n -> !n.isEmpty())
            .distinct()
            .toList();
    String body = lines.stream().map(line -> line.text() + "\n").collect(joining());
    List<Verdict> verdicts =
        Stream.concat(
                lines.stream().map(Line::verdict),
                done.stream().flatMap(all -> Followers.verdicts(all).stream()))
            .toList();
    Duration publishing = done.map(UpdateOutcome.Done::publishing).orElse(Duration.ZERO);
    boolean overLimit =
        done.stream()
            .flatMap(all -> all.hosts().values().stream())
            .anyMatch(host -> host instanceof HostOutcome.OverLimit);
    return new Handled(
        reply(codes, body, overLimit),
        new Summary(outcome, verdicts, hosts, families, notes, publishing));
  }

  private WebReply reply(List<ReturnCode> codes, String body, boolean overLimit) {
    if (codes.contains(ReturnCode.BADAUTH)) {
      return WebReply.text(401, body).with("www-authenticate", "Basic realm=\"dyn53\"");
    }
    // inadyn takes a 5xx for trouble that passes, and any other failure for a reason to exit.
    if (codes.contains(ReturnCode.TROUBLE)) {
      return WebReply.text(503, body).with("retry-after", RETRY_AFTER);
    }
    boolean success = codes.stream().allMatch(ReturnCode::isSuccess);
    WebReply reply = WebReply.text(success || !readsStatusOnly() ? 200 : 404, body);
    // Says of an abuse that it passes; clients that don't know the header read the code.
    return overLimit ? reply.with("retry-after", HOUR) : reply;
  }

  /** OPNsense takes every 2xx for a success, whatever the body says. */
  private boolean readsStatusOnly() {
    return request.header("user-agent").map(a -> a.startsWith("OPNsense-dyndns")).orElse(false);
  }
}
