package io.github.dyn53.protocol;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.protocol.Parameters.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The host names that a request of the dyndns2 family names, as they were sent. */
final class AskedHostnames {

  /**
   * In order of preference: the protocol's own, deSEC's, and what else routers were seen to send.
   */
  private static final List<String> NAMES =
      List.of("hostname", "host_id", "domains", "domain", "host", "zone");

  private AskedHostnames() {}

  /** The names in the order of the request; the user name where no parameter has one. */
  static List<String> of(WebRequest request, Parameters parameters) {
    Optional<List<String>> named =
        NAMES.stream()
            .map(name -> split(parameters.named(Set.of(name))))
            .filter(names -> !names.isEmpty())
            .findFirst();
    return named.orElseGet(() ->
        ShownSecret.userName(request, parameters)
            .filter(user -> Hostname.parse(user).isPresent())
            .map(List::of)
            .orElse(List.of()));
  }

  /** Old clients send {@code hostname=YES} where they mean the account's only host. */
  private static List<String> split(List<Parameter> parameters) {
    return parameters.stream()
        .flatMap(parameter -> Stream.of(parameter.value().split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equals("YES"))
        .toList();
  }
}
