package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why OpenWrt with GNU wget needs its credentials in the query. */
class WgetCredentialsTest {

  private final Wget wget = new Wget();

  @TempDir Path emulatorFolder;
  @TempDir Path folder;

  /** With the challenge under another name wget never sends what it was given. */
  @Test
  void cannotLogInWithBasicCredentials() {
    try (var dyn53 = LocalDyn53.start(emulatorFolder)) {
      String host = dyn53.newHost(LocalDyn53.ZONE);
      Ended ended = getWithBasicCredentials(dyn53, host, "server_response = on");

      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(ended.output())
          .containsOnlyOnce("HTTP/1.1 401 ")
          .contains("x-amzn-Remapped-WWW-Authenticate: Basic")
          .contains("Username/Password Authentication Failed.");
      assertThat(dyn53.lookUp(host, "A")).isEmpty();
    }
  }

  private Ended getWithBasicCredentials(LocalDyn53 dyn53, String host, String settings) {
    var setup =
        new Setup(
            folder,
            dyn53.at(Transport.HTTP),
            dyn53.caFile(),
            dyn53.token(),
            List.of(host),
            "11.22.33.44");
    return wget.get(
        setup,
        "http_user = router\nhttp_password = %s\n%s".formatted(setup.password(), settings),
        "%s/nic/update?hostname=%s&myip=%s".formatted(setup.server(), host, setup.address()));
  }
}
