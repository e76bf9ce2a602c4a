package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on plain sockets: {@code HttpURLConnection} can't be held to one address family, and
 * {@code java.net.http} takes longer to start than the whole of an update may.
 *
 * <p>Keeps one connection to each origin after a GET, so that what asks twice in a row opens TLS
 * once. It is used for a few seconds, and closed by the next exchange after them, wherever that
 * goes. Safe for several threads.
 */
public final class SocketHttpClient implements HttpClient, AutoCloseable {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private final TlsSockets tls;
  private final long keptNanos;
  private final Map<String, Kept> idle = new HashMap<>();

  private record Kept(Connection connection, long since) {

    boolean fresh(long keptNanos) {
      return System.nanoTime() - since < keptNanos && connection.reusable();
    }
  }

  /** Believes the certificates that {@code trust} does. */
  public SocketHttpClient(Trust trust) {
    this(new TlsSockets(trust, NativeTls::find));
  }

  SocketHttpClient(TlsSockets tls) {
    this(tls, KEPT);
  }

  SocketHttpClient(TlsSockets tls, Duration kept) {
    this.tls = tls;
    this.keptNanos = kept.toNanos();
  }

  @Override
  public HttpReply exchange(HttpRequest request) {
    Deadline deadline = Deadline.in(request.timeout());
    Origin origin = Origin.of(request);
    byte[] text = RequestText.of(request, origin);
    boolean repeatable = request.method().equals("GET");
    dropStale();
    if (repeatable) {
      Optional<HttpReply> reply = overKept(origin, text, deadline);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    Connection connection = Connection.open(origin, tls, deadline);
    Optional<HttpReply> first = connection.exchange(origin, text, deadline);
    if (first.isEmpty()) {
      throw new UnreachableException(
          Reason.PROTOCOL, origin + " closed the connection without a reply");
    }
    if (repeatable) {
      keep(origin, connection);
    } else {
      connection.close();
    }
    return first.get();
  }

  /**
   * Asks over a connection that was kept. Nothing comes back where there is none, or where the
   * server had closed it already, so that asking anew asks once. A POST never goes this way: closed
   * or read and then closed, nobody can tell. So none is kept after a POST either.
   */
  private Optional<HttpReply> overKept(Origin origin, byte[] text, Deadline deadline) {
    Connection connection = takeKept(origin);
    if (connection == null) {
      return Optional.empty();
    }
    Optional<HttpReply> reply = connection.exchange(origin, text, deadline);
    if (reply.isPresent()) {
      keep(origin, connection);
    }
    return reply;
  }

  private synchronized @Nullable Connection takeKept(Origin origin) {
    Kept kept = idle.remove(origin.key());
    return kept == null ? null : kept.connection();
  }

  /** Servers close what stays idle, and a socket closed on their side alone is never let go of. */
  private synchronized void dropStale() {
    Iterator<Kept> all = idle.values().iterator();
    while (all.hasNext()) {
      Kept kept = all.next();
      if (!kept.fresh(keptNanos)) {
        kept.connection().close();
        all.remove();
      }
    }
  }

  private synchronized void keep(Origin origin, Connection connection) {
    if (connection.reusable()) {
      Kept former = idle.put(origin.key(), new Kept(connection, System.nanoTime()));
      if (former != null) {
        former.connection().close();
      }
    } else {
      connection.close();
    }
  }

  /** Lets go of the connections that were kept; the client can still be used. */
  @Override
  public synchronized void close() {
    for (Kept kept : idle.values()) {
      kept.connection().close();
    }
    idle.clear();
  }
}
