package io.github.dyn53.cli.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The system's resolver for all names but one, about which it says nothing for a long time. Named
 * in {@code META-INF/services}, it is the JDK's resolver of the tests.
 */
public final class SilentResolvers extends InetAddressResolverProvider {

  static final String NAME = "silent.resolvers.invalid";

  /** As of a machine whose two resolvers are asked twice and do not answer. */
  static final Duration SILENCE = Duration.ofSeconds(20);

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (host.equals(NAME)) {
          long end = System.nanoTime() + SILENCE.toNanos();
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
          }
          throw new UnknownHostException(host);
        }
        return usual.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return usual.lookupByAddress(address);
      }
    };
  }

  @Override
  public String name() {
    return "silent";
  }
}
