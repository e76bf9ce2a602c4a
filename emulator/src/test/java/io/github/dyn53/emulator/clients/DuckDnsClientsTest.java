package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** ddclient and inadyn told that this is DuckDNS, and inadyn as UniFi gateways run it. */
@TestInstance(Lifecycle.PER_CLASS)
class DuckDnsClientsTest {

  private static final String ADDRESS = "11.22.33.44";

  private final RealProgram ddclient = RealProgram.require("ddclient", "ddclient");
  private final RealProgram inadyn = RealProgram.require("inadyn", "inadyn");
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

  @Test
  void ddclientUpdatesEachHostWithRequestOfItsOwn() throws IOException {
    String first = dyn53.newHost(LocalDyn53.ZONE);
    String second = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended = ddclient(dyn53.token(), first, second);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output().lines())
        .containsExactlyInAnyOrder(
            "SUCCESS:  updating %s: good: IP address set to %s".formatted(first, ADDRESS),
            "SUCCESS:  updating %s: good: IP address set to %s".formatted(second, ADDRESS));
    assertThat(dyn53.awaitAnswer(first, "A")).containsExactly(ADDRESS);
    assertThat(dyn53.awaitAnswer(second, "A")).containsExactly(ADDRESS);
  }

  @Test
  void ddclientIsToldThatTokenIsWrong() throws IOException {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended = ddclient("not-the-token", host);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("updating %s: Server said: 'KO'".formatted(host));
    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  @Test
  void inadynUpdatesBothHosts() throws IOException {
    String first = dyn53.newHost(LocalDyn53.ZONE);
    String second = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended =
        inadyn("/update?domains=%h&token=%p&ip=%i", "\"OK\"", dyn53.token(), first, second);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Updating cache for " + first);
    assertThat(ended.output()).contains("Updating cache for " + second);
    assertThat(dyn53.awaitAnswer(first, "A")).containsExactly(ADDRESS);
    assertThat(dyn53.awaitAnswer(second, "A")).containsExactly(ADDRESS);
  }

  @Test
  void inadynIsToldThatTokenIsWrong() throws IOException {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended = inadyn("/update?domains=%h&token=%p&ip=%i", "\"OK\"", "not-the-token", host);

    assertThat(ended.exitCode()).isEqualTo(48);
    assertThat(ended.output()).contains("[200 OK] KO");
    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  /** Older gateways put a slash of their own before the one of the server field. */
  @Test
  void inadynOfUnifiAsksDoubledSlash() throws IOException {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended =
        inadyn("//update?hostname=%h&myip=%i", "\"good\", \"nochg\"", dyn53.token(), host);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Updating cache for " + host);
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(ADDRESS);
  }

  private Setup setup(String token, String... hosts) throws IOException {
    return new Setup(
        Files.createTempDirectory(folder, "client"),
        dyn53.at(Transport.HTTPS),
        dyn53.caFile(),
        token,
        List.of(hosts),
        ADDRESS);
  }

  private Ended ddclient(String token, String... hosts) throws IOException {
    Setup setup = setup(token, hosts);
    String file =
        setup.write(
            "ddclient.conf",
            """
            syslog=no
            ssl=yes
            ssl_ca_file=%s
            use=cmd, cmd='echo %s'
            protocol=duckdns
            server=127.0.0.1:%d
            password='%s'
            %s
            """
                .formatted(
                    setup.caFile(),
                    setup.address(),
                    setup.server().getPort(),
                    setup.password(),
                    setup.hostList()));
    return ddclient.run(
        setup.folder(), List.of("-daemon=0", "-noquiet", "-file", file, "-cache", file + ".cache"));
  }

  private Ended inadyn(String path, String response, String token, String... hosts)
      throws IOException {
    Setup setup = setup(token, hosts);
    String file =
        setup.write(
            "inadyn.conf",
            """
            period = 300
            ca-trust-file = "%s"
            custom dyn53 {
                username = "router"
                password = "%s"
                hostname = { "%s" }
                ddns-server = "localhost:%d"
                ddns-path = "%s"
                ddns-response = { %s }
                checkip-command = "/bin/echo %s"
            }
            """
                .formatted(
                    setup.caFile(),
                    setup.password(),
                    String.join("\", \"", setup.hosts()),
                    setup.server().getPort(),
                    path,
                    response,
                    setup.address()));
    return inadyn.run(
        setup.folder(),
        List.of(
            "--once",
            "--foreground",
            "--no-pidfile",
            "--loglevel=notice",
            "--cache-dir=" + setup.folder(),
            "--config=" + file));
  }
}
