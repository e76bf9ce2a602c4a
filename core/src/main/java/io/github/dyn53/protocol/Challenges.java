package io.github.dyn53.protocol;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.update.ChallengeChange;
import io.github.dyn53.update.ChallengeOutcome;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the protocols for certificates have in common: who may, and what becomes of it. */
final class Challenges {

  private static final String IN_SYNC = "INSYNC";
  private static final String PENDING = "PENDING";

  private final Challenger challenger;

  Challenges(Challenger challenger) {
    this.challenger = challenger;
  }

  /**
   * Carries out a change for whoever shows a good token.
   *
   * @param done the reply, given {@code INSYNC} where all name servers have it, else {@code
   *     PENDING}
   */
  Handled change(
      WebRequest request,
      Optional<String> pathToken,
      Hostname hostname,
      ChallengeChange change,
      Function<String, WebReply> done) {
    Optional<Secret> secret = secret(request, pathToken);
    if (secret.isEmpty()) {
      return unauthenticated(List.of(hostname));
    }
    List<Hostname> hosts = List.of(hostname);
    var asked = List.of(HostUpdate.ofChallenge(hostname, change));
    return switch (challenger.change(update(request, secret.get(), asked))) {
      case ChallengeOutcome.Unauthenticated() -> unauthenticated(hosts);
      case ChallengeOutcome.NotAllowed() ->
          handled(JsonReply.error(403, "forbidden"), "nohost", Verdict.REFUSED, hosts, "");
      // RFC 6585 section 4.
      case ChallengeOutcome.OverLimit(String reason) ->
          handled(
              JsonReply.error(429, "too many changes or challenges").with("retry-after", "3600"),
              "abuse",
              Verdict.REFUSED,
              hosts,
              reason);
      case ChallengeOutcome.Unavailable(String reason) -> unavailable(hosts, reason);
      case ChallengeOutcome.Done(boolean inSync, boolean unused) ->
          handled(done.apply(inSync ? IN_SYNC : PENDING), "challenge", Verdict.UPDATED, hosts, "");
    };
  }

  /** A stranger is told that it is one, and nothing of what is wrong with its request. */
  Handled malformed(WebRequest request, Optional<String> pathToken, String message) {
    Optional<Secret> secret = secret(request, pathToken);
    if (secret.isEmpty()) {
      return unauthenticated(List.of());
    }
    Handled malformed =
        handled(JsonReply.error(400, message), "malformed", Verdict.REFUSED, List.of(), "");
    // Nothing is asked of any host: that only checks the token.
    return switch (challenger.change(update(request, secret.get(), List.of()))) {
      case ChallengeOutcome.Unauthenticated() -> unauthenticated(List.of());
      case ChallengeOutcome.Unavailable(String reason) -> unavailable(List.of(), reason);
      case ChallengeOutcome.NotAllowed() -> malformed;
      case ChallengeOutcome.OverLimit unused -> malformed;
      case ChallengeOutcome.Done unused -> malformed;
    };
  }

  private static UpdateRequest update(WebRequest request, Secret secret, List<HostUpdate> asked) {
    String client = request.header("user-agent").orElse("");
    return new UpdateRequest(secret, request.source(), client, asked);
  }

  /** What the request shows to be let in; acme-dns has a header of its own, which comes first. */
  static Optional<Secret> secret(WebRequest request, Optional<String> pathToken) {
    return request
        .header("x-api-key")
        .flatMap(Secret::parse)
        .or(() -> ShownSecret.of(request, Parameters.of(request), pathToken));
  }

  private static Handled unauthenticated(List<Hostname> hosts) {
    WebReply reply =
        JsonReply.error(401, "forbidden").with("www-authenticate", "Basic realm=\"dyn53\"");
    return handled(reply, "badauth", Verdict.REFUSED, hosts, "");
  }

  private static Handled unavailable(List<Hostname> hosts, String reason) {
    return handled(
        JsonReply.error(503, "try again later"), "trouble", Verdict.FAILED, hosts, reason);
  }

  private static Handled handled(
      WebReply reply, String outcome, Verdict verdict, List<Hostname> hosts, String note) {
    List<String> notes = note.isEmpty() ? List.of() : List.of(note);
    return new Handled(
        reply, new Summary(outcome, List.of(verdict), hosts, Set.of(), notes, Duration.ZERO));
  }
}
