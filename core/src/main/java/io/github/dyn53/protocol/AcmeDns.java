package io.github.dyn53.protocol;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.Challenger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The protocol of acme-dns, which acme.sh, lego, Caddy, cert-manager and certbot's hooks speak. The
 * subdomain is the host itself: its challenge is written straight into the zone, and no CNAME is
 * needed. What nobody takes away goes when its time is over.
 *
 * @see <a href="https://github.com/joohoi/acme-dns#api">acme-dns: API</a>
 */
final class AcmeDns implements Door {

  private static final Set<String> METHODS = Set.of("POST");

  /** A SHA-256 in base64url, unpadded; acme-dns takes nothing else (RFC 8555 section 8.4). */
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Challenges challenges;
  private final JsonTexts json;

  AcmeDns(Challenger challenger, JsonTexts json) {
    this.challenges = new Challenges(challenger);
    this.json = json;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Optional<Map<String, String>> body = json.read(request.body());
    if (body.isEmpty()) {
      return challenges.malformed(request, pathToken, "malformed_json_payload");
    }
    Optional<Hostname> hostname =
        member(body.get(), "subdomain")
            .flatMap(name -> Hostname.ofChallenge(name).or(() -> Hostname.parse(name)));
    if (hostname.isEmpty()) {
      return challenges.malformed(request, pathToken, "bad_subdomain");
    }
    Optional<TxtValue> value =
        member(body.get(), "txt")
            .filter(text -> DIGEST.matcher(text).matches())
            .flatMap(TxtValue::parse);
    if (value.isEmpty()) {
      return challenges.malformed(request, pathToken, "bad_txt");
    }
    // goacmedns takes any 2xx; acme.sh looks for the value in quotation marks.
    return challenges.change(
        request,
        pathToken,
        hostname.get(),
        new ChallengeChange.Add(value.get()),
        sync -> new JsonReply().with("txt", value.get().text()).with("status", sync).reply(200));
  }

  /** cpu/goacmedns, which lego and cert-manager have had for years, sends SubDomain and Txt. */
  private static Optional<String> member(Map<String, String> body, String name) {
    return body.entrySet().stream()
        .filter(member -> member.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
