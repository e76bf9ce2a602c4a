package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens TLS on connected sockets. */
final class TlsSockets {

  private final Trust trust;

  TlsSockets(Trust trust) {
    this.trust = trust;
  }

  /**
   * Offers X25519 and nothing else: the JDK would make a second key pair on P-256, which costs a
   * new process tens of milliseconds and which no server looks at that knows X25519.
   *
   * @return nothing where the server would not have it; the connection is of no more use
   */
  Optional<Socket> quick(Socket plain, Origin origin, Deadline deadline) throws IOException {
    try {
      return Optional.of(handshaken(plain, origin, new String[] {"x25519"}));
    } catch (IOException e) {
      if (deadline.passed() || has(e, CertificateException.class)) {
        throw told(e, origin, deadline);
      }
      return Optional.empty();
    }
  }

  /** Offers every group the JDK knows. */
  Socket thorough(Socket plain, Origin origin, Deadline deadline) {
    try {
      return handshaken(plain, origin, null);
    } catch (IOException e) {
      throw told(e, origin, deadline);
    }
  }

  private Socket handshaken(Socket plain, Origin origin, String @Nullable [] groups)
      throws IOException {
    var socket =
        (SSLSocket) trust.sockets().createSocket(plain, origin.host(), origin.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    if (groups != null) {
      parameters.setNamedGroups(groups);
    }
    if (IpAddress.parse(origin.host()).isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(origin.host())));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static UnreachableException told(IOException e, Origin origin, Deadline deadline) {
    if (deadline.passed() || has(e, SocketTimeoutException.class)) {
      return new UnreachableException(
          Reason.TIMEOUT, origin + " took the connection, but TLS was not open in time");
    }
    if (has(e, CertificateException.class)) {
      return new UnreachableException(
          Reason.TLS, "what answers as " + origin + " can't prove that it is: " + e.getMessage());
    }
    return new UnreachableException(
        Reason.TLS, origin + " does not speak TLS with us: " + e.getMessage());
  }

  private static boolean has(IOException e, Class<? extends Exception> kind) {
    Throwable cause = e;
    while (cause != null && !kind.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
