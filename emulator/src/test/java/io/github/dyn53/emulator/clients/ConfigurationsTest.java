package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.functions.admin.clients.Clients;
import io.github.dyn53.functions.admin.clients.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The configurations that the admin function prints, given to the real programs word for word but
 * for the emulator's own certificate authority, which has to be trusted besides.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ConfigurationsTest {

  private static final String ADDRESS = "11.22.33.44";

  /** What the emulator sees of whoever asks it from here. */
  private static final String OWN = "127.0.0.1";

  private final RealProgram sh = RealProgram.require("sh", "dash");
  private final RealProgram ddclient = RealProgram.require("ddclient", "ddclient");
  private final RealProgram inadyn = RealProgram.require("inadyn", "inadyn");
  private LocalDyn53 dyn53;
  @TempDir Path folder;
  private String host;
  private Setup setup;

  @BeforeAll
  void start(@TempDir Path emulatorFolder) {
    // The shell will call it.
    assertThat(RealProgram.require("curl", "curl")).isNotNull();
    dyn53 = LocalDyn53.start(emulatorFolder);
  }

  @AfterAll
  void close() {
    dyn53.close();
  }

  @BeforeEach
  void addHost() {
    ObjectNode settings = new JsonMapper().createObjectNode().put("specialAddresses", "publish");
    host = dyn53.newHost(LocalDyn53.ZONE, settings);
    setup =
        new Setup(
            folder,
            dyn53.at(Transport.HTTPS),
            dyn53.caFile(),
            dyn53.token(),
            List.of(host),
            ADDRESS);
    setup.write(".curlrc", "cacert = \"%s\"\n".formatted(dyn53.caFile()));
  }

  private String configuration(String client) {
    var filled =
        new io.github.dyn53.functions.admin.clients.Setup(
            Endpoint.parse(dyn53.at(Transport.HTTPS).toString()).orElseThrow(),
            new Hostname(host),
            Optional.of(new Secret(dyn53.token())));
    return Clients.named(client).orElseThrow().configuration(filled);
  }

  @Test
  void ddclientDoesWhatItsConfigurationSays() {
    // It takes a name without a dot for no server.
    String configuration = configuration("ddclient-3").replace("localhost", OWN);
    String settings = "syslog=no\nssl_ca_file=%s\n".formatted(dyn53.caFile());
    String file = setup.write("ddclient.conf", settings + configuration);

    Ended ended =
        ddclient.run(
            folder, List.of("-daemon=0", "-noquiet", "-file", file, "-cache", file + ".cache"));

    assertThat(ended.output()).contains("updating %s: good: ".formatted(host));
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(OWN);
  }

  /** It takes 127.0.0.1 for no address, so it is given another than the endpoint would. */
  @Test
  void inadynDoesWhatItsConfigurationSays() {
    String configuration = configuration("inadyn");
    String asks = configuration.replaceAll("(?s).*checkip-command = \"([^\"]+)\".*", "$1");
    assertThat(sh.run(folder, asks, List.of("-s"))).isEqualTo(new Ended(0, OWN));
    String file =
        setup.write(
            "inadyn.conf",
            "ca-trust-file = \"%s\"\n".formatted(dyn53.caFile())
                + configuration.replace(asks, "/bin/echo " + ADDRESS));

    Ended ended =
        inadyn.run(
            folder,
            List.of(
                "--once",
                "--foreground",
                "--no-pidfile",
                "--cache-dir=" + folder,
                "--continue-on-error",
                "--config=" + file));

    assertThat(ended.output()).contains("Updating cache for " + host);
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(ADDRESS);
  }

  /** The line for IPv6 finds no way to the emulator, and says so. */
  @Test
  void cronTellsWhatIsNew() {
    String configuration = configuration("curl");
    setup.write(".dyn53-curl", configuration.replaceAll("(?s)\n\n.*", "\n"));
    String line =
        configuration
            .lines()
            .filter(text -> text.contains("curl -4"))
            .findFirst()
            .orElseThrow()
            .replace("*/5 * * * * ", "");

    assertThat(sh.run(folder, line, List.of("-s")).output()).isEqualTo("good " + OWN + "\n");
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(OWN);
    assertThat(sh.run(folder, line, List.of("-s")).output()).isEmpty();
  }

  /** Only the router has the program that is to be told. */
  @Test
  void merlinsScriptTellsTheRouterHowItWent() {
    String script = configuration("asus").replace("/sbin/ddns_custom_updated", "echo told");

    assertThat(sh.run(folder, script, List.of("-s", ADDRESS))).isEqualTo(new Ended(0, "told 1\n"));
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(ADDRESS);

    String wrong = script.replace(dyn53.token(), "wrong").replace("logger -t", "echo");
    assertThat(sh.run(folder, wrong, List.of("-s", ADDRESS)).output())
        .isEqualTo("dyn53 badauth\ntold 0\n");
  }
}
