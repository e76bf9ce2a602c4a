package io.github.dyn53.cli.router;

import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens where routers announce a new outer address or a restart: 224.0.0.1, port 5350 (RFC 6886
 * section 3.2.1, RFC 6887 section 14.1). Others on this machine may listen as well. What does not
 * come from the gateway of the default route is passed over.
 */
public final class RouterAnnouncements implements AutoCloseable {

  private static final int PORT = 5350;
  private static final int LONGEST = 2048;
  private static final long REOPEN_MILLIS = 10_000;

  private final int port;
  private final Announcers announcers;
  private final Listener listener;
  private DatagramSocket socket;
  private Memberships<NetworkInterface> memberships;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Hears announcements, on a thread of ours; returns soon. */
  @FunctionalInterface
  public interface Listener {
    void announced(Announcement announcement);
  }

  RouterAnnouncements(int port, Routes routes, Listener listener) throws IOException {
    this.port = port;
    this.announcers = new Announcers(routes);
    this.listener = listener;
    this.socket = open();
    this.memberships = new Memberships<>(new GroupLinks(socket));
  }

  /**
   * Listens until closed.
   *
   * @throws IOException where the port can't be had, and polling has to do
   */
  public static RouterAnnouncements listen(Routes routes, Listener listener) throws IOException {
    return new RouterAnnouncements(PORT, routes, listener).started();
  }

  RouterAnnouncements started() {
    rejoin();
    var thread = new Thread(null, this::hear, "announcements", 128 * 1024);
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private DatagramSocket open() throws IOException {
    var opened = new DatagramSocket(null);
    try {
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(port));
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  synchronized int port() {
    return socket.getLocalPort();
  }

  /** Takes the group up on interfaces that came since; to be called when the links changed. */
  public synchronized void rejoin() {
    if (isClosed()) {
      return;
    }
    try {
      memberships.renew(Collections.list(NetworkInterface.getNetworkInterfaces()));
    } catch (SocketException e) {
      // No interfaces at all: the next call finds some.
    }
  }

  private void hear() {
    var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    while (true) {
      DatagramSocket open = current();
      if (open == null) {
        return;
      }
      try {
        open.setSoTimeout(announcers.millisToWait());
        packet.setLength(LONGEST);
        open.receive(packet);
        heard(packet);
      } catch (SocketTimeoutException e) {
        // Somebody has waited long enough.
      } catch (IOException e) {
        reopen(open);
      }
      announcers.fromGateway().ifPresent(listener::announced);
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private synchronized @Nullable DatagramSocket current() {
    return isClosed() ? null : socket;
  }

  private void reopen(DatagramSocket broken) {
    broken.close();
    try {
      if (!closed.await(REOPEN_MILLIS, TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (IOException e) {
      // The loop comes back here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  private synchronized void renew() throws IOException {
    if (!isClosed()) {
      socket = open();
      memberships = new Memberships<>(new GroupLinks(socket));
      rejoin();
    }
  }

  private void heard(DatagramPacket packet) {
    Optional<Announcement> announcement =
        read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice());
    if (announcement.isPresent() && packet.getAddress() instanceof Inet4Address sender) {
      int bits = ByteBuffer.wrap(sender.getAddress()).getInt();
      announcers.add(new Ipv4Address(bits), announcement.get());
    }
  }

  /** Nothing for what is no announcement; one of a lost connection is one. */
  static Optional<Announcement> read(ByteBuffer packet) {
    Optional<Long> pcp = PcpPacket.readAnnounce(packet);
    if (pcp.isPresent()) {
      return Optional.of(new Announcement("PCP", pcp.get(), Optional.empty()));
    }
    if (packet.remaining() < NatPmpPacket.LENGTH || packet.get(0) != 0) {
      return Optional.empty();
    }
    Optional<NatPmpPacket> natPmp = NatPmpPacket.read(packet);
    return natPmp.map(
        said -> new Announcement("NAT-PMP", said.epoch(), Optional.of(said.address())));
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    socket.close();
  }
}
