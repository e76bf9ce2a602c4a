package io.github.dyn53.functions.admin;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.admin.clients.Client;
import io.github.dyn53.functions.admin.clients.Clients;
import io.github.dyn53.functions.admin.clients.Endpoint;
import io.github.dyn53.functions.admin.clients.Setup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configurations of clients as the answers show them. */
public final class Configurations {

  private static final String SHOWN = "configurations";

  private final Optional<Endpoint> endpoint;

  /**
   * Makes them for a deployment.
   *
   * @param url the public URL, where it is known
   */
  public Configurations(Optional<String> url) {
    this.endpoint = url.flatMap(Endpoint::parse);
  }

  /** Where clients send their updates. */
  Optional<String> updateUrl() {
    return endpoint.map(server -> server.url() + "/nic/update");
  }

  /** What the owner of a new host gets to copy; nothing where the public URL is not known. */
  Map<String, Object> ofNew(Hostname hostname, Optional<Client> client) {
    return endpoint.isEmpty()
        ? Map.of()
        : client.map(one -> one(one, hostname)).orElseGet(() -> all(hostname));
  }

  /** The configuration of every client. */
  Map<String, Object> all(Hostname hostname) {
    return shown(suitable(hostname), new Setup(known(), hostname));
  }

  /** The configuration of the client that the owner named. */
  Map<String, Object> one(Client client, Hostname hostname) {
    return shown(Stream.of(client), new Setup(known(), hostname));
  }

  /** The same with the secret in its place: for the one answer that has the secret anyway. */
  Map<String, Object> one(Client client, Hostname hostname, Secret secret) {
    return shown(Stream.of(client), new Setup(known(), hostname, Optional.of(secret)));
  }

  /**
   * The client that a command names, for this host.
   *
   * @param field where the command names it
   */
  Client client(String field, String name, Hostname hostname) {
    known();
    Client client =
        Clients.named(name)
            .orElseThrow(() ->
                new InvalidCommandException(
                    field, "must be one of %s, not \"%s\"".formatted(Clients.names(), name)));
    if (!client.suits(hostname)) {
      throw new InvalidCommandException(
          field, "is for certificates, which a wildcard host gets under the name behind the *.");
    }
    return client;
  }

  private static Stream<Client> suitable(Hostname hostname) {
    return Clients.all().stream().filter(client -> client.suits(hostname));
  }

  private Endpoint known() {
    return endpoint.orElseThrow(() ->
        new InvalidCommandException(
            "command", "this function is not told its public URL: set DYN53_ENDPOINT"));
  }

  private static Map<String, Object> shown(Stream<Client> clients, Setup setup) {
    Map<String, Object> texts = new LinkedHashMap<>();
    clients.forEach(client -> texts.put(client.name(), client.configuration(setup)));
    return Map.of(SHOWN, texts);
  }
}
