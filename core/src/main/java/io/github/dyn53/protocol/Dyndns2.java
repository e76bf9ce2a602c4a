package io.github.dyn53.protocol;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.update.AddressChange;
import io.github.dyn53.update.HostUpdate;
import io.github.dyn53.update.UpdateOutcome;
import io.github.dyn53.update.UpdateRequest;
import io.github.dyn53.update.Updater;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dyndns2 protocol: one reply line for each host name in the order of the request.
 *
 * @see <a href="https://help.dyn.com/perform-update.html">Dyn: perform update</a>
 */
final class Dyndns2 implements Door {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** Dyn's own limit. */
  private static final int MOST_HOSTNAMES = 20;

  private final Updater updater;
  private final boolean deletes;

  /**
   * Makes the door.
   *
   * @param updater what updates are carried out by
   * @param deletes whether every request takes its hosts off the air
   */
  Dyndns2(Updater updater, boolean deletes) {
    this.updater = updater;
    this.deletes = deletes;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    Parameters parameters = Parameters.of(request);
    var reply = new Dyndns2Reply(request);
    return ShownSecret.of(request, parameters, pathToken)
        .map(secret -> handle(request, parameters, secret, reply))
        .orElseGet(() -> reply.refused(ReturnCode.BADAUTH));
  }

  private Handled handle(
      WebRequest request, Parameters parameters, Secret secret, Dyndns2Reply reply) {
    List<String> names = AskedHostnames.of(request, parameters);
    boolean clears = clears(parameters);
    AskedAddresses asked =
        clears
            ? AskedAddresses.clearing(request.source())
            : AskedAddresses.of(parameters, request.source());
    boolean acceptable = names.size() <= MOST_HOSTNAMES && asked.isUsable();
    // Without updates the secret is checked all the same: a stranger learns nothing from an error.
    List<HostUpdate> updates = acceptable ? updates(names, asked) : List.of();
    String client = request.header("user-agent").orElse("");
    // Nobody takes all hosts off the air by leaving something out.
    Optional<Map<Family, AddressChange>> unnamed =
        names.isEmpty() && asked.isUsable() && !clears
            ? Optional.of(asked.changes())
            : Optional.empty();
    var update = new UpdateRequest(secret, request.source(), client, updates, unnamed);
    return switch (updater.update(update)) {
      case UpdateOutcome.Unauthenticated() -> reply.refused(ReturnCode.BADAUTH);
      case UpdateOutcome.Unavailable(String reason) -> reply.failed(reason);
      case UpdateOutcome.Done done ->
          names.size() > MOST_HOSTNAMES
              ? reply.refused(ReturnCode.NUMHOST)
              : reply.lines(names, asked, done);
    };
  }

  private boolean clears(Parameters parameters) {
    return deletes || parameters.first("offline").filter("YES"::equalsIgnoreCase).isPresent();
  }

  private static List<HostUpdate> updates(List<String> names, AskedAddresses asked) {
    return names.stream()
        .map(Hostname::parse)
        .flatMap(Optional::stream)
        .map(hostname -> HostUpdate.ofAddresses(hostname, asked.changes()))
        .toList();
  }
}
