package io.github.dyn53.functions.admin.clients;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the deployment is reached. It has no path: some clients have no place to enter one.
 *
 * @param url such as {@code https://ddns.example.com}, without a slash at its end
 */
public record Endpoint(String url) {

  private static final Pattern FORM =
      Pattern.compile("https?://(?<server>([A-Za-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?)");

  public Endpoint {
    if (!FORM.matcher(url).matches()) {
      throw new IllegalArgumentException("not the URL of a server: \"%s\"".formatted(url));
    }
  }

  /** Reads a URL, with or without a slash at its end; nothing where it has a path. */
  public static Optional<Endpoint> parse(String url) {
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return FORM.matcher(bare).matches() ? Optional.of(new Endpoint(bare)) : Optional.empty();
  }

  /** The host name, with the port where there is one. */
  String server() {
    return url.substring(url.indexOf("//") + 2);
  }
}
