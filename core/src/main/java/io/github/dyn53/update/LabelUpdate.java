package io.github.dyn53.update;

import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Label;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks of a host that it names by the first label alone: the token tells which that
 * is.
 *
 * @param label the label
 * @param usual the host that is meant if the token may update it
 * @param changes what is asked of each family; one that is not named is kept
 * @param challenge what is asked of its challenges; then nothing is asked of its addresses
 */
public record LabelUpdate(
    Label label,
    Optional<Hostname> usual,
    Map<Family, AddressChange> changes,
    Optional<ChallengeChange> challenge) {

  public LabelUpdate {
    changes = Map.copyOf(changes);
  }

  /** The same of the host that is meant; nothing where the token leaves it open. */
  Optional<HostUpdate> of(Token token, Instant now) {
    var types = HostUpdate.types(changes, challenge);
    return usual
        .filter(host -> token.mayUpdate(host, types, now))
        .or(() -> token.hostCalled(label, types, now))
        .map(host -> new HostUpdate(host, changes, challenge));
  }
}
