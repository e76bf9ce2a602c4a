package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
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

  private Lookup() {}

  /** Not a lambda: the first one of a process costs milliseconds. */
  private record AllByName(String host) implements Callable<InetAddress[]> {
    @Override
    public InetAddress[] call() throws UnknownHostException {
      return InetAddress.getAllByName(host);
    }
  }

  /** One or more addresses of the origin's family, in the system's order of preference. */
  static List<InetAddress> addresses(Origin origin, Deadline deadline) {
    InetAddress[] all = all(origin.host(), deadline);
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

  private static InetAddress[] all(String host, Deadline deadline) {
    try {
      Optional<IpAddress> literal = IpAddress.parse(host);
      if (literal.isPresent()) {
        return new InetAddress[] {InetAddress.getByAddress(literal.get().bytes())};
      }
      return lookedUp(host, deadline);
    } catch (UnknownHostException | ExecutionException e) {
      throw unknown(
          "the name " + host + " was not found: it does not exist, or DNS can't be asked now");
    } catch (SocketTimeoutException | TimeoutException e) {
      throw unknown("the name " + host + " was not found in time: DNS does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("the look-up of " + host + " was stopped");
    }
  }

  /** On its own thread: the resolver's time-outs are its own, and nothing can interrupt it. */
  private static InetAddress[] lookedUp(String host, Deadline deadline)
      throws SocketTimeoutException, ExecutionException, InterruptedException, TimeoutException {
    var lookup = new FutureTask<>(new AllByName(host));
    var thread = new Thread(lookup, "look-up");
    thread.setDaemon(true);
    thread.start();
    return lookup.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
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
