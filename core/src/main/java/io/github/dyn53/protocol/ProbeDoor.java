package io.github.dyn53.protocol;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.SpecialPurpose;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.probe.Reachability;
import io.github.dyn53.update.UpdateOutcome;
import io.github.dyn53.update.UpdateRequest;
import io.github.dyn53.update.Updater;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells a caller who shows a good token whether a TCP port of the address it comes from can be
 * reached. No other address can be named, so that nobody is probed through it.
 *
 * <p>{@code /api/probe?port=443} is answered with JSON: {@code {"address":"9.1.2.3","port":443,
 * "result":"open"}}, where the result is a word of {@link Reachability}; or with {@code
 * {"error":"..."}} and status 400, 401, 403, 429 or 503.
 */
final class ProbeDoor implements Door {

  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final int HIGHEST_PORT = 65_535;

  private final Updater updater;
  private final PortProbes probes;

  ProbeDoor(Updater updater, PortProbes probes) {
    this.updater = updater;
    this.probes = probes;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Parameters parameters = Parameters.of(request);
    return ShownSecret.of(request, parameters, pathToken)
        .map(secret -> handle(request, parameters, secret))
        .orElseGet(ProbeDoor::unauthenticated);
  }

  private Handled handle(WebRequest request, Parameters parameters, Secret secret) {
    String client = request.header("user-agent").orElse("");
    var nothing = new UpdateRequest(secret, request.source(), client, List.of());
    return switch (updater.update(nothing)) {
      case UpdateOutcome.Unauthenticated() -> unauthenticated();
      case UpdateOutcome.Unavailable(String reason) -> refused(503, "try again later", reason);
      case UpdateOutcome.Done unused -> probe(request, parameters, secret);
    };
  }

  private Handled probe(WebRequest request, Parameters parameters, Secret secret) {
    OptionalInt port = port(parameters.first("port").orElse(""));
    if (port.isEmpty()) {
      return refused(400, "port must be a number from 1 to 65535", "no port");
    }
    Optional<SpecialPurpose> special = SpecialPurpose.of(request.source());
    if (special.isPresent()) {
      return refused(403, "your address is not a public one", special.get().word());
    }
    return probes
        .probe(secret.hash(), request.source(), port.getAsInt())
        .map(result -> told(request, port.getAsInt(), result))
        .orElseGet(() -> tooMany());
  }

  private static Handled tooMany() {
    Handled refused = refused(429, "at most 6 probes a minute", "too many");
    return new Handled(refused.reply().with("retry-after", "60"), refused.summary());
  }

  private static Handled told(WebRequest request, int port, Reachability result) {
    String body =
        "{\"address\":\"%s\",\"port\":%d,\"result\":\"%s\"}"
            .formatted(request.source().text(), port, result.word());
    return new Handled(WebReply.json(200, body), Summary.served("probe " + result.word()));
  }

  private static OptionalInt port(String text) {
    boolean number =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = number ? Integer.parseInt(text) : 0;
    return port >= 1 && port <= HIGHEST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
  }

  private static Handled unauthenticated() {
    Handled refused = refused(401, "the token is wrong or missing", "badauth");
    // RFC 9110 section 11.6.1: a 401 names the scheme.
    return new Handled(
        refused.reply().with("www-authenticate", "Bearer realm=\"dyn53\""), refused.summary());
  }

  /**
   * Turns a request down.
   *
   * @param message without anything that the client sent
   * @param reason for the log
   */
  private static Handled refused(int status, String message, String reason) {
    return new Handled(
        WebReply.json(status, "{\"error\":\"%s\"}".formatted(message)),
        Summary.served("probe refused: " + reason));
  }
}
