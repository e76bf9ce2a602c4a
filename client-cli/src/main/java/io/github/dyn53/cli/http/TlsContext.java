package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Makes TLS sockets; whom to believe is read on a thread of its own while this one connects. */
final class TlsContext {

  private final FutureTask<Roots> reading;
  private final SSLSocketFactory sockets;

  private TlsContext(FutureTask<Roots> reading, SSLSocketFactory sockets) {
    this.reading = reading;
    this.sockets = sockets;
  }

  /**
   * Begins to read.
   *
   * @throws UnreachableException where this Java has no TLS
   */
  static TlsContext open(Trust trust, TrustTools tools) {
    var reading = new FutureTask<>(new TrustReading(trust, tools));
    var thread = new Thread(reading, "trust");
    thread.setDaemon(true);
    thread.start();
    try {
      SSLContext context = tools.context();
      context.init(null, new TrustManager[] {new LateJudge(reading)}, null);
      return new TlsContext(reading, context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new UnreachableException(Reason.TLS, "this Java has no TLS: " + e.getMessage());
    }
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  /**
   * Complains where it could not be read whom to believe.
   *
   * @throws UnreachableException which says why
   */
  void requireTrust() {
    try {
      reading.get(LateJudge.PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new UnreachableException(
          Reason.TLS, "the certificates to trust could not be read in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreachableException reason) {
        throw reason;
      }
      throw new IllegalStateException("reading the certificates to trust", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException(Reason.TLS, "stopped");
    }
  }
}
