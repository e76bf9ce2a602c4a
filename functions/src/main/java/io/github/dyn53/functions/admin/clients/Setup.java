package io.github.dyn53.functions.admin.clients;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import java.util.Optional;

/**
 * What is put into the places of a text.
 *
 * @param endpoint where the client is to send its updates
 * @param hostname the host that it updates
 * @param secret what it logs in with; without one the word {@code TOKEN} stays in its place
 */
public record Setup(Endpoint endpoint, Hostname hostname, Optional<Secret> secret) {

  /** A setup to look at, in which the owner puts the secret. */
  public Setup(Endpoint endpoint, Hostname hostname) {
    this(endpoint, hostname, Optional.empty());
  }

  String fill(String text) {
    return text.replace("@ENDPOINT@", endpoint.url())
        .replace("@SERVER@", endpoint.server())
        .replace("@HOST@", hostname.value())
        .replace("@TOKEN@", secret.map(Secret::value).orElse("TOKEN"));
  }
}
