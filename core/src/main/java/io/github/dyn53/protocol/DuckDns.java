package io.github.dyn53.protocol;

import static java.util.stream.Collectors.joining;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Label;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.protocol.Parameters.Parameter;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.ChallengeOutcome;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.HostOutcome;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.LabelUpdate;
import io.github.dyn53.update.UpdateOutcome;
import io.github.dyn53.update.UpdateRequest;
import io.github.dyn53.update.Updater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The protocol of DuckDNS: {@code /update?domains=a,b&token=T&ip=&ipv6=} or {@code
 * /update/a/T/ADDRESS}. A domain is a full name or a label: below the deployment's name suffix, or
 * else what the token's grants make of it. The reply is {@code OK} or {@code KO} and not a
 * character more, with status 200 for both: clients compare the body as a whole. With {@code txt},
 * even an empty one, it is about the challenge only: a certificate's clean-up says {@code
 * clear=true} and does not mean the address.
 *
 * @see <a href="https://www.duckdns.org/spec.jsp">DuckDNS: HTTP API specification</a>
 */
final class DuckDns implements Door {

  static final String PATH = "/update";

  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String OK = "OK";
  private static final String KO = "KO";
  private static final int MOST_DOMAINS = 20;

  private final Updater updater;
  private final Challenger challenger;
  private final Optional<DnsName> suffix;

  DuckDns(Updater updater, Challenger challenger, Optional<DnsName> suffix) {
    this.updater = updater;
    this.challenger = challenger;
    this.suffix = suffix;
  }

  /** What is asked of every domain alike. */
  private record Wish(Map<Family, AddressChange> changes, Optional<ChallengeChange> challenge) {
    HostUpdate of(Hostname host) {
      return new HostUpdate(host, changes, challenge);
    }

    LabelUpdate of(Label label, Optional<DnsName> suffix) {
      return new LabelUpdate(label, suffix.flatMap(label::below), changes, challenge);
    }
  }

  /** What a request comes to. */
  private record Result(boolean ok, boolean changed, List<Verdict> verdicts, String note) {
    static final Result REFUSED = new Result(false, false, Verdict.REFUSED, "");

    Result(boolean ok, boolean changed, Verdict verdict, String note) {
      this(ok, changed, List.of(verdict), note);
    }

    Result with(List<Verdict> followers) {
      List<Verdict> all = new ArrayList<>(verdicts);
      all.addAll(followers);
      return new Result(ok, changed, all, note);
    }
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Asked asked = Asked.of(request, pathToken);
    Optional<UpdateRequest> update =
        asked
            .secret()
            .flatMap(secret ->
                asked.wish(request.source()).flatMap(wish -> update(request, secret, asked, wish)));
    Result result =
        update
            .map(wanted -> asked.txt().isPresent() ? challenge(wanted) : addresses(wanted))
            .orElse(Result.REFUSED);
    return reply(request, asked, update.map(UpdateRequest::named).orElse(List.of()), result);
  }

  /** Asks the same of all domains; nothing where one of them can't be a host's. */
  private Optional<UpdateRequest> update(
      WebRequest request, Secret secret, Asked asked, Wish wish) {
    List<String> domains = asked.domains();
    List<HostUpdate> hosts = new ArrayList<>();
    List<LabelUpdate> labels = new ArrayList<>();
    for (String domain : domains) {
      if (domain.indexOf('.') >= 0) {
        Hostname.parse(domain).ifPresent(host -> hosts.add(wish.of(host)));
      } else {
        Label.parse(domain).ifPresent(label -> labels.add(wish.of(label, suffix)));
      }
    }
    boolean complete = !domains.isEmpty() && hosts.size() + labels.size() == domains.size();
    String client = request.header("user-agent").orElse("");
    return complete && domains.size() <= MOST_DOMAINS
        ? Optional.of(
            new UpdateRequest(secret, request.source(), client, hosts, labels, Optional.empty()))
        : Optional.empty();
  }

  private Result addresses(UpdateRequest update) {
    return switch (updater.update(update)) {
      case UpdateOutcome.Unauthenticated() -> Result.REFUSED;
      case UpdateOutcome.Unavailable(String reason) ->
          new Result(false, false, Verdict.FAILED, reason);
      case UpdateOutcome.Done done -> result(done).with(Followers.verdicts(done));
    };
  }

  private static Result result(UpdateOutcome.Done done) {
    if (done.hosts().isEmpty()) {
      return Result.REFUSED;
    }
    boolean changed = false;
    List<String> notes = new ArrayList<>();
    for (HostOutcome outcome : done.hosts().values()) {
      switch (outcome) {
        case HostOutcome.Changed() -> changed = true;
        case HostOutcome.HandedOver(String reason) -> {
          changed = true;
          notes.add(reason);
        }
        case HostOutcome.Unchanged() -> {}
        case HostOutcome.NoHost() -> {
          return Result.REFUSED;
        }
        case HostOutcome.Unreadable(String reason) -> {
          return new Result(false, false, Verdict.FAILED, reason);
        }
        case HostOutcome.Blocked() -> {
          return Result.REFUSED;
        }
        case HostOutcome.AddressRefused refused -> {
          return new Result(false, false, Verdict.REFUSED, refused.describe());
        }
        case HostOutcome.SubnetRefused refused -> {
          return new Result(false, false, Verdict.REFUSED, refused.describe());
        }
        case HostOutcome.OverLimit(String reason) -> {
          return new Result(false, false, Verdict.REFUSED, reason);
        }
        case HostOutcome.ZoneRefused(String reason) -> {
          return new Result(false, false, Verdict.FAILED, reason);
        }
      }
    }
    notes.addAll(Followers.problems(done));
    Verdict verdict = changed ? Verdict.UPDATED : Verdict.UNCHANGED;
    return new Result(true, changed, verdict, String.join("; ", notes));
  }

  private Result challenge(UpdateRequest update) {
    return switch (challenger.change(update)) {
      case ChallengeOutcome.Unauthenticated() -> Result.REFUSED;
      case ChallengeOutcome.NotAllowed() -> Result.REFUSED;
      case ChallengeOutcome.OverLimit(String reason) ->
          new Result(false, false, Verdict.REFUSED, reason);
      case ChallengeOutcome.Unavailable(String reason) ->
          new Result(false, false, Verdict.FAILED, reason);
      case ChallengeOutcome.Done(boolean unused, boolean changed) ->
          new Result(true, changed, changed ? Verdict.UPDATED : Verdict.UNCHANGED, "");
    };
  }

  private static Handled reply(
      WebRequest request, Asked asked, List<Hostname> hosts, Result result) {
    String word = result.ok() ? OK : KO;
    boolean more = result.ok() && asked.verbose();
    String body = more ? word + asked.details(request.source(), result.changed()) : word;
    Set<Family> families = asked.txt().isPresent() ? Set.of() : asked.families();
    return new Handled(
        WebReply.text(200, body),
        new Summary(
            word,
            result.verdicts(),
            hosts,
            families,
            result.note().isEmpty() ? List.of() : List.of(result.note()),
            Duration.ZERO));
  }

  /** What a request says, in either of its forms. */
  private record Asked(
      List<String> domains,
      Optional<Secret> secret,
      Parameters parameters,
      Optional<String> txt,
      boolean clear,
      boolean verbose) {

    static Asked of(WebRequest request, Optional<String> pathToken) {
      Parameters sent = Parameters.of(request);
      List<String> path =
          Stream.of(request.path().substring(PATH.length()).split("/"))
              .filter(part -> !part.isEmpty())
              .map(Parameters::decode)
              .toList();
      Optional<String> token = path.size() > 1 ? Optional.of(path.get(1)) : pathToken;
      Parameters parameters = path.size() > 2 ? sent.with("ip", path.get(2)) : sent;
      return new Asked(
          path.isEmpty() ? names(sent.first("domains").orElse("")) : names(path.getFirst()),
          path.size() > 3 ? Optional.empty() : ShownSecret.of(request, parameters, token),
          parameters,
          sent.all().stream()
              .filter(parameter -> parameter.name().equals("txt"))
              .map(Parameter::value)
              .findFirst(),
          isTrue(sent, "clear"),
          isTrue(sent, "verbose"));
    }

    private static List<String> names(String text) {
      return Stream.of(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static boolean isTrue(Parameters parameters, String name) {
      return parameters.first(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** An empty {@code ip=} is none: the source's address, as DuckDNS detects it. */
    private AskedAddresses addresses(IpAddress source) {
      return clear ? AskedAddresses.clearing(source) : AskedAddresses.of(given(), source);
    }

    private Parameters given() {
      Set<String> names = Set.of("ip", "ipv6");
      return new Parameters(
          parameters.all().stream()
              .filter(parameter -> names.contains(parameter.name()) && !parameter.value().isBlank())
              .toList());
    }

    /** What is asked; nothing where it can't be read. */
    Optional<Wish> wish(IpAddress source) {
      if (txt.isPresent()) {
        return challenge().map(change -> new Wish(Map.of(), Optional.of(change)));
      }
      return Optional.of(addresses(source))
          .filter(AskedAddresses::isUsable)
          .map(asked -> new Wish(asked.changes(), Optional.empty()));
    }

    /** What is asked of the challenge; nothing where the text can't be one. */
    private Optional<ChallengeChange> challenge() {
      String text = txt.orElse("");
      if (text.isEmpty()) {
        return Optional.of(new ChallengeChange.Clear());
      }
      return TxtValue.parse(text)
          .map(value -> clear ? new ChallengeChange.Remove(value) : new ChallengeChange.Add(value));
    }

    Set<Family> families() {
      return clear ? Set.of(Family.values()) : Set.of();
    }

    /** What {@code verbose=true} adds: the address of each family, or the text, and the upshot. */
    String details(IpAddress source, boolean changed) {
      String upshot = changed ? "UPDATED" : "NOCHANGE";
      if (txt.isPresent()) {
        return "\n" + txt.get() + "\n" + upshot;
      }
      return Stream.of(shown(Family.IPV4, source), shown(Family.IPV6, source), upshot)
          .collect(joining("\n", "\n", ""));
    }

    /** As it was sent: ddns-updater compares. Where nothing was, it is the source's. */
    private String shown(Family family, IpAddress source) {
      List<Parameter> sent = given().all();
      if (sent.isEmpty() && !clear && source.family() == family) {
        return source.text();
      }
      return sent.stream()
          .map(Parameter::value)
          .filter(text -> IpAddress.parse(text).filter(a -> a.family() == family).isPresent())
          .findFirst()
          .orElse("");
    }
  }
}
