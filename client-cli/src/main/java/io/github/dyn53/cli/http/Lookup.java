package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.cli.net.Deadline;
import io.github.dyn53.cli.net.NameLookup;
import io.github.dyn53.dns.Family;
import java.io.InterruptedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses behind an origin's name. */
final class Lookup {

  private final Origin origin;
  private final NameLookup asking;

  private Lookup(Origin origin, NameLookup asking) {
    this.origin = origin;
    this.asking = asking;
  }

  /** Asks while others go on. */
  static Lookup begin(Origin origin) {
    return new Lookup(origin, NameLookup.begin(origin.host()));
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
      return asking.all(deadline);
    } catch (UnknownHostException e) {
      throw unknown(
          "the name " + host + " was not found: it does not exist, or DNS can't be asked now");
    } catch (SocketTimeoutException e) {
      throw unknown("the name " + host + " was not found in time: DNS does not answer");
    } catch (InterruptedIOException e) {
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
