package io.github.dyn53.functions.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.probe.Reachability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class SocketProberTest {

  private static final IpAddress HERE = IpAddress.parse("127.0.0.1").orElseThrow();

  private final SocketProber prober = new SocketProber();

  @Test
  void tellsAnOpenPortFromAClosedOne() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThat(prober.probe(HERE, port)).isEqualTo(Reachability.OPEN);
    }
    assertThat(prober.probe(HERE, port)).isEqualTo(Reachability.CLOSED);
  }
}
