package io.github.dyn53.protocol;

import io.github.dyn53.access.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the secret in a request. What is in the URL comes first: whoever wrote it there meant it,
 * while many routers send a Basic header in any case, even an empty one.
 */
final class ShownSecret {

  private ShownSecret() {}

  /**
   * The secret that a request shows.
   *
   * @param pathToken the token in the path, if there is one
   */
  static Optional<Secret> of(
      WebRequest request, Parameters parameters, Optional<String> pathToken) {
    Stream<Supplier<Optional<String>>> places =
        Stream.of(
            () -> pathToken,
            () -> parameters.first("token"),
            () -> parameters.first("password"),
            () -> scheme(request, "bearer"),
            () -> basic(request).map(UserPassword::password));
    return places
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .flatMap(Secret::parse);
  }

  /** The user name of the request, from the query or from Basic credentials. */
  static Optional<String> userName(WebRequest request, Parameters parameters) {
    return parameters
        .first("username")
        .or(() -> basic(request).map(UserPassword::user))
        .filter(user -> !user.isEmpty());
  }

  private record UserPassword(String user, String password) {
    @Override
    public String toString() {
      return "UserPassword[redacted]";
    }
  }

  /** RFC 7617: base64 of {@code user:password}; the user name has no colon. */
  private static Optional<UserPassword> basic(WebRequest request) {
    return scheme(request, "basic")
        .flatMap(ShownSecret::decode)
        .filter(pair -> pair.indexOf(':') >= 0)
        .map(pair -> {
          int colon = pair.indexOf(':');
          return new UserPassword(pair.substring(0, colon), pair.substring(colon + 1));
        });
  }

  private static Optional<String> decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The credentials of an Authorization header of this scheme, whose name has no case. */
  private static Optional<String> scheme(WebRequest request, String scheme) {
    return request
        .header("authorization")
        .map(String::strip)
        .filter(value ->
            value.length() > scheme.length()
                && value.regionMatches(true, 0, scheme, 0, scheme.length())
                && value.charAt(scheme.length()) == ' ')
        .map(value -> value.substring(scheme.length()).strip());
  }
}
