package io.github.dyn53.emulator.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RunningProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines behind one name: neither takes away what the other needs. */
class TwoOrdersTest {

  private final AcmeClient lego = new Lego();
  private final AcmeClient certbot = new Certbot();

  @TempDir Path folder;

  @Test
  void getCertificatesForOneNameAtOnce() {
    try (var authority = Authority.start(folder)) {
      String host = authority.newHost();
      Order first = authority.order(host);
      Order second = authority.order(host);

      List<RunningProgram> running = List.of(lego.order(first), certbot.order(second));
      running.forEach(authority::awaitSuccess);

      assertThat(
              List.of(
                  Authority.certificate(lego.chain(first)),
                  Authority.certificate(certbot.chain(second))))
          .allSatisfy(certificate ->
              assertThat(Authority.names(certificate)).containsExactly("*." + host, host))
          .doesNotHaveDuplicates();
      assertThat(authority.challengesAdded(host)).isEqualTo(4);
      assertThat(authority.challenges(host)).isEmpty();
    }
  }
}
