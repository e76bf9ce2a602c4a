package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The addresses behind a host's name. */
final class Lookup {

  private final Origin origin;
  private final FutureTask<InetAddress[]> asking;

  private Lookup(Origin origin, FutureTask<InetAddress[]> asking) {
    this.origin = origin;
    this.asking = asking;
  }

  /** Not a lambda: the first one of a process costs milliseconds. */
  private record AllByName(String host) implements Callable<InetAddress[]> {
    @Override
    public InetAddress[] call() throws UnknownHostException {
      Optional<IpAddress> literal = IpAddress.parse(host);
      return literal.isPresent()
          ? new InetAddress[] {InetAddress.getByAddress(literal.get().bytes())}
          : InetAddress.getAllByName(host);
    }
  }

  /** Asks on a thread of its own: the resolver's time-outs are its own, nothing interrupts it. */
  static Lookup begin(Origin origin) {
    var asking = new FutureTask<>(new AllByName(origin.host()));
    var thread = new Thread(asking, "look-up");
    thread.setDaemon(true);
    thread.start();
    return new Lookup(origin, asking);
  }

  /** One or more addresses of the origin's family, in the system's order of preference. */
  List<InetAddress> addresses(Deadline deadline) {
    InetAddress[] all = all(deadline);
    List<InetAddress> wanted = new ArrayList<>(all.length);
    for (InetAddress address : all) {
      if (origin.family().isEmpty() || origin.family().get() == familyOf(address)) {
        wanted.add(address);
      }
    }
    if (wanted.isEmpty()) {
      throw unknown(origin.host() + " has no " + label(origin.family()) + " address");
    }
    return wanted;
  }

  private InetAddress[] all(Deadline deadline) {
    String host = origin.host();
    try {
      return asking.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown(
          "the name " + host + " was not found: it does not exist, or DNS can't be asked now");
    } catch (SocketTimeoutException | TimeoutException e) {
      throw unknown("the name " + host + " was not found in time: DNS does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("the look-up of " + host + " was stopped");
    }
  }

  private static Family familyOf(InetAddress address) {
    return address instanceof Inet4Address ? Family.IPV4 : Family.IPV6;
  }

  private static String label(Optional<Family> family) {
    return family.isPresent() && family.get() == Family.IPV6 ? "IPv6" : "IPv4";
  }

  private static UnreachableException unknown(String message) {
    return new UnreachableException(Reason.NAME, message);
  }
}
