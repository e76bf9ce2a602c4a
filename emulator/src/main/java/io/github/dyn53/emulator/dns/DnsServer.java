package io.github.dyn53.emulator.dns;

import io.github.dyn53.emulator.route53.HostedZones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers DNS queries for the hosted zones on 127.0.0.1, and on ::1 where there is one, over UDP
 * and TCP on the same port, elsewhere only where it is told so; what a zone holds at the moment of
 * the query is what it answers.
 */
public final class DnsServer implements AutoCloseable {
  private static final int ATTEMPTS = 20;
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final List<Listener> listeners;
  private final List<Thread> threads;
  private final int port;

  private DnsServer(List<Listener> listeners, int port) {
    this.listeners = List.copyOf(listeners);
    this.threads =
        listeners.stream().map(listener -> Thread.ofVirtual().name("dns").start(listener)).toList();
    this.port = port;
  }

  /**
   * Starts to answer.
   *
   * @param port 0 for any that is free for all addresses and both protocols
   * @throws UncheckedIOException if the port cannot be used
   */
  public static DnsServer start(int port, HostedZones zones) {
    return start(port, List.of(), zones);
  }

  /** Answers at {@code others} as well; the rest as {@link #start(int, HostedZones)}. */
  public static DnsServer start(int port, List<InetAddress> others, HostedZones zones) {
    var responder = new Responder(zones);
    try {
      for (int attempt = 1; port == 0 && attempt < ATTEMPTS; attempt++) {
        try {
          return bind(0, others, responder);
        } catch (BindException e) {
          // Free for the first listener is not free for all of them: let the system choose again.
        }
      }
      return bind(port, others, responder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not listen on port %d for DNS: %s".formatted(port, e.getMessage()), e);
    }
  }

  private static DnsServer bind(int wanted, List<InetAddress> others, Responder responder)
      throws IOException {
    var listeners = new ArrayList<Listener>();
    int port = wanted;
    try {
      for (var address : addresses(others)) {
        var tcp = new TcpListener(new InetSocketAddress(address, port), responder);
        listeners.add(tcp);
        port = tcp.port();
        listeners.add(new UdpListener(new InetSocketAddress(address, port), responder));
      }
    } catch (IOException e) {
      listeners.forEach(Listener::close);
      throw e;
    }
    return new DnsServer(listeners, port);
  }

  private static List<InetAddress> addresses(List<InetAddress> others) throws IOException {
    var addresses = new ArrayList<InetAddress>();
    addresses.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    var ipv6 =
        Inet6Address.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    if (NetworkInterface.getByInetAddress(ipv6) != null) {
      addresses.add(ipv6);
    }
    addresses.addAll(others);
    return addresses;
  }

  /** The port of both protocols and all addresses. */
  public int port() {
    return port;
  }

  /** Stops to answer; the ports are free afterwards. */
  @Override
  public void close() {
    listeners.forEach(Listener::close);
    try {
      // The port of a socket stays taken while a thread still waits for it.
      for (var thread : threads) {
        thread.join(LONGEST_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
