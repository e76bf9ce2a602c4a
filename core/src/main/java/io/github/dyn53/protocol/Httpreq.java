package io.github.dyn53.protocol;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.Challenger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The protocol of lego's {@code httpreq}, which Traefik speaks too, and of acmeproxy, which differs
 * only in that it wants the value repeated. Present is answered once the zone has the value.
 *
 * @see <a href="https://go-acme.github.io/lego/dns/httpreq/">lego: HTTP request</a>
 */
final class Httpreq implements Door {

  private static final Set<String> METHODS = Set.of("POST");
  private static final String SYNC = "status";

  private final Challenges challenges;
  private final JsonTexts json;
  private final Function<TxtValue, ChallengeChange> change;

  private Httpreq(
      Challenger challenger, JsonTexts json, Function<TxtValue, ChallengeChange> change) {
    this.challenges = new Challenges(challenger);
    this.json = json;
    this.change = change;
  }

  static Httpreq present(Challenger challenger, JsonTexts json) {
    return new Httpreq(challenger, json, ChallengeChange.Add::new);
  }

  static Httpreq cleanup(Challenger challenger, JsonTexts json) {
    return new Httpreq(challenger, json, ChallengeChange.Remove::new);
  }

  /** What a client asks for: the name of the record set and its value, as they were sent. */
  private record Asked(String fqdn, String value) {}

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Optional<Asked> asked = json.read(request.body()).flatMap(Httpreq::asked);
    Optional<Hostname> hostname = asked.flatMap(a -> Hostname.ofChallenge(a.fqdn()));
    Optional<TxtValue> value = asked.flatMap(a -> TxtValue.parse(a.value()));
    if (hostname.isEmpty() || value.isEmpty()) {
      return challenges.malformed(
          request, pathToken, "give fqdn (_acme-challenge.NAME) and value, or domain and keyAuth");
    }
    return challenges.change(
        request,
        pathToken,
        hostname.get(),
        change.apply(value.get()),
        sync ->
            new JsonReply()
                .with("fqdn", asked.get().fqdn())
                .with("value", value.get().text())
                .with(SYNC, sync)
                .reply(200));
  }

  /** The default body, or the one of the mode RAW. */
  private static Optional<Asked> asked(Map<String, String> body) {
    Optional<String> fqdn = text(body, "fqdn");
    Optional<String> domain = text(body, "domain");
    return fqdn.flatMap(name -> text(body, "value").map(value -> new Asked(name, value)))
        .or(() ->
            domain.flatMap(name ->
                text(body, "keyAuth")
                    .map(key -> new Asked("_acme-challenge." + plain(name), digest(key)))));
  }

  private static Optional<String> text(Map<String, String> body, String name) {
    return Optional.ofNullable(body.get(name)).filter(text -> !text.isEmpty());
  }

  /** A wildcard is proven where its name is (RFC 8555 section 7.1.3). */
  private static String plain(String domain) {
    return domain.startsWith("*.") ? domain.substring(2) : domain;
  }

  /** RFC 8555 section 8.4: the SHA-256 of the key authorization in base64url, unpadded. */
  private static String digest(String keyAuthorization) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(keyAuthorization.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
