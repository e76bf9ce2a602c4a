package io.github.dyn53.cli.net;

import io.github.dyn53.dns.IpAddress;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the system for the addresses behind a name, and waits no longer than one may. */
public final class NameLookup {

  private final String host;
  private final FutureTask<InetAddress[]> asking;

  private NameLookup(String host, FutureTask<InetAddress[]> asking) {
    this.host = host;
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

  /**
   * Asks on a thread of its own: the resolver's time-outs are its own, nothing interrupts it.
   *
   * @param host a name, or an address literal without brackets
   */
  public static NameLookup begin(String host) {
    var asking = new FutureTask<>(new AllByName(host));
    var thread = new Thread(asking, "look-up");
    thread.setDaemon(true);
    thread.start();
    return new NameLookup(host, asking);
  }

  /**
   * One or more addresses, in the system's order of preference.
   *
   * @throws UnknownHostException where the name does not exist, or DNS can't be asked now
   * @throws SocketTimeoutException where DNS does not answer in time
   * @throws InterruptedIOException where the thread that waits was stopped
   */
  public InetAddress[] all(Deadline deadline) throws UnknownHostException, InterruptedIOException {
    try {
      return asking.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("the time is over");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }
}
