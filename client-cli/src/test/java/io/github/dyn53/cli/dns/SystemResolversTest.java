package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemResolversTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void readsTheServersInTheirOrder() throws IOException {
    assertThat(
            SystemResolvers.read(
                file(
                    """
                    # made by hand
                    search example.com
                    sortlist 192.0.2.99
                    nameserver 192.0.2.53
                      nameserver\t2001:db8::53  # the other
                    nameserver example.com
                    nameserver
                    options edns0
                    """)))
        .containsExactly(
            new InetSocketAddress("192.0.2.53", 53), new InetSocketAddress("2001:db8::53", 53));
  }

  @Test
  void takesThisMachineWhereNoneIsNamed() throws IOException {
    assertThat(SystemResolvers.read(file("search example.com\n")))
        .extracting(server -> server.getAddress().isLoopbackAddress())
        .containsExactly(true);
  }

  @Test
  void asksTheJdkWhereThereIsNoFile() {
    // Which ones depends on the machine; that nothing is thrown does not.
    assertThat(SystemResolvers.read(folder.resolve("missing"))).isNotNull();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("resolv.conf"), text);
  }
}
