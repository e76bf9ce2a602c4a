package io.github.dyn53.cli.http;

import java.net.URI;
import java.time.Duration;

/** Port: looks at the certificate of a server. */
public interface Certificates {

  /**
   * Opens TLS to the server of a URL, looks, and closes.
   *
   * @throws UnreachableException where TLS could not be opened, as an exchange would say it
   */
  ServerCertificate of(URI https, Duration timeout);
}
