package io.github.dyn53.functions.admin;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.access.Tokens;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.functions.admin.clients.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The commands on tokens. A secret is in the answer that makes it and nowhere else. */
public final class TokenCommands {

  private static final int MOST_DAYS = 3_650;
  private static final int MOST_CHANGES = 3_600;
  private static final int USUAL_OVERLAP_HOURS = 24;
  private static final int MOST_OVERLAP_HOURS = 24 * 90;

  private final Tokens tokens;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Configurations configurations;

  /**
   * Makes the commands.
   *
   * @param random a cryptographic source
   * @param configurations what to enter into clients
   */
  public TokenCommands(
      Tokens tokens, RandomGenerator random, InstantSource clock, Configurations configurations) {
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
    this.configurations = configurations;
  }

  Map<String, Object> create(Fields fields) {
    String name = fields.text("name");
    Role role = fields.optionalChoice("role", Role.class).orElse(Role.DEVICE);
    List<Hostname> hosts =
        fields
            .optionalList("hosts", Hostname::parse, "must be a host name or *.name")
            .orElse(List.of());
    List<Network> networks =
        fields
            .optionalList("networks", Network::parse, "must be a network such as 192.0.2.0/24")
            .orElse(List.of());
    Optional<Set<RecordType>> records =
        fields
            .optionalList(
                "records", TokenCommands::recordType, "must be \"a\", \"aaaa\" or \"txt\"")
            .map(Set::copyOf);
    Limits limits = limits(fields);
    Optional<Integer> days = fields.optionalInteger("expiresInDays", 1, MOST_DAYS);
    Optional<String> show = fields.optionalText("show");
    fields.refuseOthers();
    if (role == Role.DEVICE && hosts.isEmpty()) {
      throw new InvalidCommandException("hosts", "must name the hosts that the token may update");
    }
    if (records.filter(types -> types.isEmpty() || role == Role.ADMIN).isPresent()) {
      throw new InvalidCommandException(
          "records", "must name one type at least; an admin updates all of them anyway");
    }
    if (!live(name).isEmpty()) {
      throw new InvalidCommandException("name", "there is such a token already; rotate it");
    }
    Instant now = clock.instant();
    List<Grant> grants =
        hosts.stream()
            .map(host -> new Grant(host, records.orElse(Grant.ADDRESSES), Optional.empty()))
            .toList();
    Secret secret = Secret.random(random);
    Token token =
        new Token(
            secret.hash(),
            name,
            role,
            grants,
            now,
            days.map(d -> now.plus(Duration.ofDays(d))),
            networks,
            limits);
    // Before the token is made: a mistake must not cost its secret.
    Map<String, Object> shown =
        show.map(client -> configured(client, token, hosts, secret)).orElse(Map.of());
    Map<String, Object> answer = made(token, secret);
    answer.putAll(shown);
    return answer;
  }

  private static Limits limits(Fields fields) {
    return new Limits(
        fields
            .optionalInteger("changesPerHour", 1, MOST_CHANGES)
            .orElse(Limits.USUAL.changesPerHour()),
        fields
            .optionalInteger("challenges", 0, Limits.MOST_CHALLENGES)
            .orElse(Limits.USUAL.challenges()),
        fields
            .optionalInteger("hostsPerRequest", 1, Limits.MOST_HOSTS)
            .orElse(Limits.USUAL.hosts()));
  }

  /** What to enter into a client for the first host that the token names. */
  private Map<String, Object> configured(
      String name, Token token, List<Hostname> hosts, Secret secret) {
    Hostname hostname =
        hosts.stream()
            .filter(host -> !host.isWildcard())
            .findFirst()
            .orElseThrow(() ->
                new InvalidCommandException("show", "needs a host among hosts, not only *.name"));
    Client client = configurations.client("show", name, hostname);
    if (client.purpose() == Client.Purpose.CERTIFICATE
        && !token.mayUpdate(hostname, Set.of(RecordType.TXT), token.created())) {
      throw new InvalidCommandException(
          "show", "is for certificates, and this token may write no TXT records");
    }
    boolean addresses =
        Stream.of(RecordType.A, RecordType.AAAA)
            .anyMatch(type -> token.mayUpdate(hostname, Set.of(type), token.created()));
    if (client.purpose() == Client.Purpose.ADDRESS && !addresses) {
      throw new InvalidCommandException(
          "show", "is for addresses, and this token may write TXT records only");
    }
    return configurations.one(client, hostname, secret);
  }

  private static Optional<RecordType> recordType(String text) {
    return Stream.of(RecordType.values())
        .filter(type -> Fields.lowerCase(type).equals(text))
        .findFirst();
  }

  Map<String, Object> list(Fields fields) {
    fields.refuseOthers();
    Instant now = clock.instant();
    return Map.of(
        "tokens",
        tokens.list().stream()
            .filter(token -> !token.isExpired(now))
            .sorted(Comparator.comparing(Token::name).thenComparing(Token::created))
            .map(Answers::token)
            .toList());
  }

  /** A new secret with the rights of the old one, which goes on for a while. */
  Map<String, Object> rotate(Fields fields) {
    String name = fields.text("name");
    int hours =
        fields.optionalInteger("overlapHours", 0, MOST_OVERLAP_HOURS).orElse(USUAL_OVERLAP_HOURS);
    fields.refuseOthers();
    List<Token> live = live(name);
    Token newest =
        live.stream()
            .max(Comparator.comparing(Token::created))
            .orElseThrow(() -> noSuchToken("name"));
    Instant now = clock.instant();
    Secret secret = Secret.random(random);
    // The new one first: after a crash in between there are two, never none.
    Map<String, Object> answer =
        made(
            new Token(
                secret.hash(),
                name,
                newest.role(),
                newest.grants(),
                now,
                newest.expires(),
                newest.allowedNetworks(),
                newest.limits()),
            secret);
    live.forEach(token -> tokens.put(token.endingBy(now.plus(Duration.ofHours(hours)))));
    return answer;
  }

  /** Ends every token of a name, or the one of an id. */
  Map<String, Object> revoke(Fields fields) {
    Optional<String> name = fields.optionalText("name");
    Optional<String> id = fields.optionalText("id");
    fields.refuseOthers();
    if (name.isPresent() == id.isPresent()) {
      throw new InvalidCommandException("name", "give either a name or an id");
    }
    List<Token> revoked =
        tokens.list().stream()
            .filter(token -> name.map(token.name()::equals).orElse(true))
            .filter(token -> id.map(token.hash().id()::equals).orElse(true))
            .toList();
    if (revoked.isEmpty()) {
      throw noSuchToken(name.isPresent() ? "name" : "id");
    }
    revoked.forEach(token -> tokens.remove(token.hash()));
    return Map.of("revoked", revoked.stream().map(token -> token.hash().id()).toList());
  }

  private static InvalidCommandException noSuchToken(String field) {
    return new InvalidCommandException(field, "there is no such token");
  }

  private List<Token> live(String name) {
    Instant now = clock.instant();
    return tokens.list().stream()
        .filter(token -> token.name().equals(name) && !token.isExpired(now))
        .toList();
  }

  private Map<String, Object> made(Token token, Secret secret) {
    tokens.put(token);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("token", Answers.token(token));
    answer.put("secret", secret.value());
    configurations.updateUrl().ifPresent(url -> answer.put("updateUrl", url));
    return answer;
  }
}
