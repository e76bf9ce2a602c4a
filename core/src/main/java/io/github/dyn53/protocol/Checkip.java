package io.github.dyn53.protocol;

import java.util.Optional;
import java.util.Set;

/** Tells a client the address it comes from, as Dyn's checkip page did. */
final class Checkip implements Door {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private final boolean alwaysPage;

  /**
   * Makes the door.
   *
   * @param alwaysPage whether it answers with the page even where the client does not ask for HTML
   */
  Checkip(boolean alwaysPage) {
    this.alwaysPage = alwaysPage;
  }

  @Override
  public Handled handle(WebRequest request, Optional<String> pathToken) {
    if (!METHODS.contains(request.method())) {
      return FrontDoor.notAllowed(METHODS);
    }
    String address = request.source().text();
    boolean page =
        alwaysPage || request.header("accept").map(a -> a.contains("text/html")).orElse(false);
    // Without a line end: RouterOS and shell scripts take the whole body for the address.
    WebReply reply = page ? WebReply.html(200, page(address)) : WebReply.text(200, address);
    return new Handled(reply, Summary.served("checkip"));
  }

  private static String page(String address) {
    return "<html><head><title>Current IP Check</title></head>"
        + "<body>Current IP Address: %s</body></html>\n".formatted(address);
  }
}
