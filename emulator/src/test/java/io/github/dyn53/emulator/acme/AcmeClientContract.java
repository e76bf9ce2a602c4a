package io.github.dyn53.emulator.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A name and its wildcard in one order, and its renewal: two challenges at once under one name. */
// Made before the emulator is: a missing client skips the whole class.
@TestInstance(Lifecycle.PER_CLASS)
abstract class AcmeClientContract {

  private final AcmeClient client;
  private Authority authority;

  AcmeClientContract(AcmeClient client) {
    this.client = client;
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    authority = Authority.start(folder);
  }

  @AfterAll
  void close() {
    authority.close();
  }

  @Test
  void getsAndRenewsCertificateForNameAndWildcard() {
    String host = authority.newHost();
    Order order = authority.order(host);

    authority.awaitSuccess(client.order(order));
    X509Certificate first = Authority.certificate(client.chain(order));
    assertThat(Authority.names(first)).containsExactly("*." + host, host);
    assertThat(authority.challengesAdded(host)).isEqualTo(2);
    assertThat(authority.challenges(host)).isEmpty();

    authority.awaitSuccess(client.renew(order));
    X509Certificate second = Authority.certificate(client.chain(order));
    assertThat(Authority.names(second)).containsExactly("*." + host, host);
    assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
    assertThat(authority.challengesAdded(host)).isEqualTo(authority.proofsAsked());
    assertThat(authority.challenges(host)).isEmpty();
  }
}
