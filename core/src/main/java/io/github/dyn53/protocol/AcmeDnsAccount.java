package io.github.dyn53.protocol;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.TxtValue;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.Challenger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Registration with acme-dns, for clients that insist on it. Nobody registers who has no token yet:
 * a token that may write the challenges of a host is told its own account, and nothing is written.
 */
final class AcmeDnsAccount implements Door {

  private static final Set<String> METHODS = Set.of("POST");

  /** Nobody's value: to take it away changes nothing, and tells whether the token might. */
  private static final ChallengeChange NOTHING =
      new ChallengeChange.Remove(new TxtValue("registration"));

  private static final String ALLOW_FROM = "allowfrom";

  private final Challenges challenges;
  private final JsonTexts json;

  AcmeDnsAccount(Challenger challenger, JsonTexts json) {
    this.challenges = new Challenges(challenger);
    this.json = json;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Optional<String> misfit = misfit(json.list(request.body(), ALLOW_FROM));
    if (misfit.isPresent()) {
      return challenges.malformed(request, pathToken, misfit.get());
    }
    Parameters parameters = Parameters.of(request);
    Optional<Hostname> hostname =
        AskedHostnames.of(request, parameters).stream()
            .findFirst()
            .flatMap(Hostname::parse)
            .filter(name -> name.challengeName().isPresent());
    if (hostname.isEmpty()) {
      return challenges.malformed(request, pathToken, "name the host as the user name");
    }
    return challenges.change(
        request,
        pathToken,
        hostname.get(),
        NOTHING,
        // Without a secret nobody gets so far.
        sync -> account(Challenges.secret(request, pathToken).orElseThrow(), hostname.get()));
  }

  /**
   * What is wrong with the body. Nothing is written here, so that no network could be kept either:
   * who is told otherwise believes that the account is closed to all others.
   */
  private static Optional<String> misfit(Optional<List<String>> networks) {
    if (networks.isEmpty()) {
      return Optional.of("malformed_json_payload");
    }
    if (!networks.get().stream().allMatch(AcmeDnsAccount::isNetwork)) {
      return Optional.of("invalid_allowfrom_cidr");
    }
    return networks.get().isEmpty()
        ? Optional.empty()
        : Optional.of("allowfrom is not supported: give the token its networks instead");
  }

  private static boolean isNetwork(String text) {
    return text.indexOf('/') >= 0 && Network.parse(text).isPresent();
  }

  private static WebReply account(Secret secret, Hostname hostname) {
    String name = hostname.value();
    // acme.sh reads the members in this order, with a regular expression.
    return new JsonReply()
        .with("username", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString())
        .with("password", secret.value())
        .with("fulldomain", hostname.challengeName().orElseThrow().value())
        .with("subdomain", name)
        .withNone(ALLOW_FROM)
        .reply(201);
  }
}
