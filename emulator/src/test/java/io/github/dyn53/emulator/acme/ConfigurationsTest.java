package io.github.dyn53.emulator.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.functions.admin.clients.Clients;
import io.github.dyn53.functions.admin.clients.Endpoint;
import io.github.dyn53.functions.admin.clients.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the admin function prints, given to a shell word for word but for what leads
 * the programs to this authority and to folders of their own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ConfigurationsTest {

  // They say which programs are needed, and know where each leaves its certificates.
  private final AcmeClient lego = new Lego();
  private final AcmeClient certbot = new Certbot();
  private final RealProgram sh = RealProgram.require("sh", "dash");

  private Authority authority;

  @BeforeAll
  void start(@TempDir Path folder) {
    authority = Authority.start(folder);
  }

  @AfterAll
  void close() {
    authority.close();
  }

  @Test
  void legoGetsTheCertificate() {
    Order order = authority.order(authority.newHost());
    String options =
        "lego --server %s --path %s --dns.disable-cp "
            .formatted(order.server(), order.folder().resolve("lego"));

    run(order, configuration("lego", order).replace("lego --accept-tos", options + "--accept-tos"));

    isProven(order, lego);
  }

  @Test
  void certbotGetsTheCertificate() {
    Order order = authority.order(authority.newHost());
    String configuration = configuration("certbot", order);
    int end = configuration.indexOf("\n\n# then\n");
    String hook = order.writeProgram("hook", configuration.substring(0, end) + "\n");
    order.write(".curlrc", "cacert = \"%s\"\n".formatted(order.caFile()));
    String options =
        "certbot certonly --non-interactive --agree-tos --register-unsafely-without-email"
            + " --server %1$s --config-dir %2$s/config --work-dir %2$s/work --logs-dir %2$s/logs"
                .formatted(order.server(), order.folder());

    run(
        order,
        configuration
            .substring(end)
            .replace("/etc/letsencrypt/dyn53-hook", hook)
            .replace("certbot certonly", options));

    isProven(order, certbot);
  }

  private static String configuration(String client, Order order) {
    var setup =
        new Setup(
            Endpoint.parse(order.dyn53().toString()).orElseThrow(),
            new Hostname(order.host()),
            Optional.of(new Secret(order.token())));
    return Clients.named(client).orElseThrow().configuration(setup);
  }

  private void run(Order order, String commands) {
    String caFile = order.caFile().toString();
    authority.awaitSuccess(
        sh.with(
                Map.of(
                    "SSL_CERT_FILE", caFile,
                    "LEGO_CA_CERTIFICATES", caFile,
                    "REQUESTS_CA_BUNDLE", caFile))
            .start(order.folder(), commands, List.of("-s")));
  }

  private void isProven(Order order, AcmeClient client) {
    assertThat(Authority.names(Authority.certificate(client.chain(order))))
        .containsExactly(order.wildcard(), order.host());
    assertThat(authority.challengesAdded(order.host())).isEqualTo(2);
    assertThat(authority.challenges(order.host())).isEmpty();
  }
}
