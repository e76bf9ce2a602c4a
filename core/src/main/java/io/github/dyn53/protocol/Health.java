package io.github.dyn53.protocol;

import java.util.Optional;
import java.util.Set;

/** Says that somebody is there, as acme-dns does. */
final class Health implements Door {

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    return METHODS.contains(request.method())
        ? new Handled(WebReply.text(200, ""), Summary.served("health"))
        : FrontDoor.notAllowed(METHODS);
  }
}
