package io.github.dyn53.emulator.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.LocalDyn53;
import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.emulator.clients.Transport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A client takes the reply for leave to go on: by then DNS has the challenge, though Route 53 calls
 * the change PENDING for two seconds.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ChallengesTest {

  private static final String VALUE = "LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM";

  private final RealProgram curl = RealProgram.require("curl", "curl");
  private LocalDyn53 dyn53;
  @TempDir Path folder;

  @BeforeAll
  void start(@TempDir Path emulatorFolder) {
    dyn53 = LocalDyn53.start(emulatorFolder);
  }

  @AfterAll
  void close() {
    dyn53.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /httpreq/present | {"fqdn":"_acme-challenge.HOST.","value":"VALUE"} | "status": "INSYNC"
          /update          | {"subdomain":"HOST","txt":"VALUE"}               | "status": "INSYNC"
          /update?domains=HOST&txt=VALUE&token=TOKEN | ``                     | OK
          """)
  void challengeIsInDnsWhenReplyComes(String path, String body, String told) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    assertThat(ask(host, path, body).output()).contains(told);

    assertThat(dyn53.lookUp("_acme-challenge." + host, "TXT")).containsExactly('"' + VALUE + '"');
  }

  @Test
  void challengeIsNoLongerInDnsWhenItIsTakenAway() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String body = "{\"fqdn\":\"_acme-challenge.HOST.\",\"value\":\"VALUE\"}";
    ask(host, "/httpreq/present", body);
    ask(host, "/httpreq/present", body.replace("VALUE", "other"));

    ask(host, "/httpreq/cleanup", body);
    assertThat(dyn53.lookUp("_acme-challenge." + host, "TXT")).containsExactly("\"other\"");

    ask(host, "/httpreq/cleanup", body.replace("VALUE", "other"));
    assertThat(dyn53.lookUp("_acme-challenge." + host, "TXT")).isEmpty();
  }

  private Ended ask(String host, String path, String body) {
    String options =
        """
        fail-with-body
        cacert = "%s"
        header = "X-Api-Key: TOKEN"
        url = "%s%s"
        %s
        """
            .formatted(
                dyn53.caFile(),
                dyn53.at(Transport.HTTPS),
                path,
                body.isEmpty() ? "" : "data = \"%s\"".formatted(body.replace("\"", "\\\"")));
    Ended ended =
        curl.run(
            folder,
            options
                .replace("HOST", host)
                .replace("VALUE", VALUE)
                .replace("TOKEN", dyn53.certificateToken()),
            List.of("-sS", "-K", "-"));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return ended;
  }
}
