package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens TLS on connected sockets. */
final class TlsSockets {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private static final String[] SPARING = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
  };

  private final Trust trust;
  private final Supplier<Optional<Provider>> nativeTls;
  private @Nullable TlsContext own;
  private @Nullable Quick quick;

  /**
   * What the first try is made with.
   *
   * @param provider whose TLS it is; the JDK's where absent
   */
  private record Quick(TlsContext context, Optional<Provider> provider) {}

  /**
   * Nothing is read or loaded before the first connection needs it.
   *
   * @param nativeTls finds a TLS that is quicker than the JDK's, if there is one
   */
  TlsSockets(Trust trust, Supplier<Optional<Provider>> nativeTls) {
    this.trust = trust;
    this.nativeTls = nativeTls;
  }

  /** Does what can be done before the server is connected to. */
  synchronized void prepare() {
    if (quick == null) {
      Optional<Provider> provider = nativeTls.get();
      TlsContext context =
          provider.isPresent() ? TlsContext.open(trust, new TrustTools(provider)) : own();
      quick = new Quick(context, provider);
    }
  }

  private synchronized Quick quick() {
    prepare();
    return Objects.requireNonNull(quick);
  }

  private synchronized TlsContext own() {
    TlsContext ready = own;
    if (ready == null) {
      ready = TlsContext.open(trust, new TrustTools(Optional.empty()));
      own = ready;
    }
    return ready;
  }

  /**
   * Tries native TLS where it is to be had; else the JDK's with little to choose from.
   *
   * @return nothing where the server would not have it; the connection is of no more use
   */
  Optional<Socket> quick(Socket plain, Origin origin, Deadline deadline) throws IOException {
    Quick first = quick();
    try {
      SSLSocket socket =
          first.provider().isPresent()
              ? theirs(first.context(), plain, origin)
              : jdks(first.context(), plain, origin, true);
      return Optional.of(handshaken(socket, origin));
    } catch (IOException e) {
      requireTrust(first.context());
      if (deadline.passed() || has(e, CertificateException.class)) {
        throw told(e, origin, deadline);
      }
      return Optional.empty();
    }
  }

  /** Offers every group the JDK knows. */
  Socket thorough(Socket plain, Origin origin, Deadline deadline) {
    TlsContext context = own();
    try {
      return handshaken(jdks(context, plain, origin, false), origin);
    } catch (IOException e) {
      requireTrust(context);
      throw told(e, origin, deadline);
    }
  }

  /** A file that can't be read now may be there at the next try. */
  private void requireTrust(TlsContext context) {
    try {
      context.requireTrust();
    } catch (UnreachableException e) {
      forget();
      throw e;
    }
  }

  private synchronized void forget() {
    own = null;
    quick = null;
  }

  private static SSLSocket theirs(TlsContext context, Socket plain, Origin origin)
      throws IOException {
    var socket =
        (SSLSocket) context.sockets().createSocket(plain, origin.host(), origin.port(), true);
    socket.setEnabledProtocols(PROTOCOLS);
    return socket;
  }

  /**
   * A socket of the JDK's TLS.
   *
   * @param sparing whether to offer only what a new process, which has to load and interpret it, is
   *     quick at. On P-256 it would make a second key pair, for tens of milliseconds, which no
   *     server looks at that knows X25519; and SHA-384 is one hash more.
   */
  private static SSLSocket jdks(TlsContext context, Socket plain, Origin origin, boolean sparing)
      throws IOException {
    var name = new ServerName(origin.host());
    var socket = (SSLSocket) context.sockets().createSocket(plain, name.key(), origin.port(), true);
    var parameters = new SSLParameters();
    parameters.setServerNames(name.toTell());
    parameters.setProtocols(PROTOCOLS);
    if (sparing) {
      parameters.setNamedGroups(new String[] {"x25519"});
      parameters.setCipherSuites(SPARING);
    }
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static Socket handshaken(SSLSocket socket, Origin origin) throws IOException {
    socket.startHandshake();
    try {
      new ServerName(origin.host()).require(socket.getSession());
    } catch (CertificateException e) {
      socket.close();
      throw new SSLHandshakeException(e.getMessage(), e);
    }
    return socket;
  }

  private static UnreachableException told(IOException e, Origin origin, Deadline deadline) {
    if (deadline.passed() || has(e, SocketTimeoutException.class)) {
      return new UnreachableException(
          Reason.TIMEOUT, origin + " took the connection, but TLS was not open in time");
    }
    if (has(e, CertificateException.class)) {
      return new UnreachableException(
          Reason.TLS, "what answers as " + origin + " can't prove that it is: " + deepest(e));
    }
    return new UnreachableException(
        Reason.TLS, origin + " does not speak TLS with us: " + deepest(e));
  }

  /** What those above it say begins with the names of classes. */
  private static String deepest(IOException e) {
    String deepest = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      deepest = cause.getMessage() == null ? deepest : cause.getMessage();
    }
    return deepest;
  }

  private static boolean has(IOException e, Class<? extends Exception> kind) {
    Throwable cause = e;
    while (cause != null && !kind.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
