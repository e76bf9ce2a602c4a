package io.github.dyn53.functions.probe;

import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.probe.Prober;
import io.github.dyn53.probe.Reachability;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

/** Connects with a socket of this machine. */
public final class SocketProber implements Prober {

  /** Three SYNs' worth, and well within what a router or a person waits for an answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  @Override
  public Reachability probe(IpAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port),
          (int) TIMEOUT.toMillis());
      return Reachability.OPEN;
    } catch (SocketTimeoutException e) {
      return Reachability.SILENT;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    } catch (ConnectException e) {
      return isRefusal(e) ? Reachability.CLOSED : unreached(address);
    } catch (IOException e) {
      return unreached(address);
    }
  }

  /** The JDK has one exception for "refused" and "network is unreachable". */
  private static boolean isRefusal(ConnectException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
  }

  /** No way there: over IPv6 that is this side's doing, which has none in Lambda. */
  private static Reachability unreached(IpAddress address) {
    return address.family() == Family.IPV6 ? Reachability.UNSUPPORTED : Reachability.SILENT;
  }
}
