package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TlsCertificatesTest {

  @Test
  void leavesNoConnectionOpenThatTlsWasNotOpenedOn() throws IOException {
    var certificates = new TlsCertificates(Trust.usual());
    try (var server = new MuteServer(0)) {
      URI url = URI.create("https://localhost:" + server.port());

      assertThat(
              catchThrowableOfType(
                      UnreachableException.class, () -> certificates.of(url, Duration.ofSeconds(3)))
                  .reason())
          .isEqualTo(Reason.TIMEOUT);
      assertThat(server.closed()).succeedsWithin(Duration.ofSeconds(20));
    }
  }
}
