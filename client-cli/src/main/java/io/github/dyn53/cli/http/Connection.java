package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.net.DeadlineSocket;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;

/** An open connection, over which one exchange follows another. */
final class Connection {

  private final DeadlineSocket transport;
  private final Socket socket;
  private final InputStream in;
  private boolean reusable;

  private Connection(DeadlineSocket transport, Socket socket) throws IOException {
    this.transport = transport;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to the first address that takes it, and speaks TLS where the origin wants it. */
  static Connection open(Origin origin, TlsSockets tls, Deadline deadline) {
    Lookup lookup = Lookup.begin(origin);
    if (origin.tls()) {
      tls.prepare();
    }
    List<InetAddress> addresses = lookup.addresses(deadline);
    DeadlineSocket plain = connected(origin, addresses, deadline);
    try {
      if (!origin.tls()) {
        return new Connection(plain, plain);
      }
      Optional<Socket> quick = tls.quick(plain, origin, deadline);
      if (quick.isPresent()) {
        return new Connection(plain, quick.get());
      }
      close(plain);
      plain = connected(origin, addresses, deadline);
      return new Connection(plain, tls.thorough(plain, origin, deadline));
    } catch (IOException e) {
      close(plain);
      throw new UnreachableException(Reason.CONNECT, "the connection to " + origin + " broke off");
    } catch (RuntimeException e) {
      close(plain);
      throw e;
    }
  }

  static DeadlineSocket connected(Origin origin, List<InetAddress> addresses, Deadline deadline) {
    var refusals = new StringBuilder();
    for (int i = 0; i < addresses.size(); i++) {
      InetAddress address = addresses.get(i);
      var socket = new DeadlineSocket(deadline);
      try {
        // An address that swallows packets leaves the others their share of the time.
        int share = Math.max(1, deadline.millisLeft() / (addresses.size() - i));
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, origin.port()), share);
        return socket;
      } catch (SocketTimeoutException e) {
        refuse(refusals, address, "no answer");
      } catch (IOException e) {
        refuse(refusals, address, String.valueOf(e.getMessage()));
      }
      close(socket);
    }
    throw new UnreachableException(
        Reason.CONNECT, "nothing takes the connection to " + origin + " (" + refusals + ")");
  }

  private static void refuse(StringBuilder refusals, InetAddress address, String why) {
    refusals.append(refusals.isEmpty() ? "" : "; ").append(address.getHostAddress());
    refusals.append(": ").append(why);
  }

  /**
   * Sends and reads.
   *
   * @return nothing where the connection turned out to be closed before any byte of a reply
   * @throws UnreachableException where a reply began and did not end well, or none came in time
   */
  Optional<HttpReply> exchange(Origin origin, byte[] request, Deadline deadline) {
    transport.until(deadline);
    reusable = false;
    try {
      if (!sent(request)) {
        return Optional.empty();
      }
      var reader = new ReplyReader(in);
      HttpReply reply = reader.read();
      reusable = reader.leavesConnectionUsable();
      return Optional.of(reply);
    } catch (NotHttpException e) {
      throw new UnreachableException(
          Reason.PROTOCOL, "what came back from " + origin + " makes no sense: " + e.getMessage());
    } catch (IOException e) {
      if (deadline.passed() || e instanceof SocketTimeoutException) {
        throw new UnreachableException(
            Reason.TIMEOUT, "no whole reply from " + origin + " in time");
      }
      throw new UnreachableException(
          Reason.PROTOCOL, "the connection to " + origin + " broke off in the middle of the reply");
    } finally {
      if (!reusable) {
        close();
      }
    }
  }

  private boolean sent(byte[] request) throws SocketTimeoutException {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      in.mark(1);
      boolean begun = in.read() >= 0;
      in.reset();
      return begun;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether another exchange may follow: nothing was sent unasked meanwhile, either. */
  boolean reusable() {
    try {
      return reusable && in.available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  void close() {
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, which is all that was wanted.
    }
  }
}
