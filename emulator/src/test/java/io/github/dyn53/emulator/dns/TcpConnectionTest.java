package io.github.dyn53.emulator.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TcpConnectionTest {
  @Test
  void leavesClientThatKeepsSilent() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
      client.getOutputStream().write(0);
      client.setSoTimeout(10_000);

      new TcpConnection(
              server.accept(), new Responder(new ServedZone().zones), Duration.ofMillis(50))
          .run();

      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }
}
