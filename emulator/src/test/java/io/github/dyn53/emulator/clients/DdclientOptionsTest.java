package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ddclient with the settings that its users copy from one another. */
@TestInstance(Lifecycle.PER_CLASS)
class DdclientOptionsTest {

  private final RealProgram ddclient = RealProgram.require("ddclient", "ddclient");
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

  /** The address is the one of this machine: only a host that may publish it shows it. */
  @ParameterizedTest
  @EnumSource
  void publishesAddressOfCheckipPage(Transport transport) {
    String first = dyn53.newHost(LocalDyn53.ZONE, publishingSpecialAddresses());
    String second = dyn53.newHost(LocalDyn53.ZONE, publishingSpecialAddresses());

    Ended ended = update(transport, "", first, second);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output().lines())
        .containsExactlyInAnyOrder(
            "SUCCESS:  updating %s: good: IP address set to 127.0.0.1".formatted(first),
            "SUCCESS:  updating %s: good: IP address set to 127.0.0.1".formatted(second));
    assertThat(dyn53.lookUp(first, "A")).containsExactly("127.0.0.1");
    assertThat(dyn53.lookUp(second, "A")).containsExactly("127.0.0.1");
  }

  /** One request, one line for each host, each with an outcome of its own. */
  @ParameterizedTest
  @EnumSource
  void tellsOutcomeOfEachHost(Transport transport) {
    String known = dyn53.newHost(LocalDyn53.ZONE, publishingSpecialAddresses());

    Ended ended = update(transport, "", known, "unknown.dyn.test");

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output())
        .contains("updating %s: good: ".formatted(known))
        .contains("updating unknown.dyn.test: nohost: ");
    assertThat(dyn53.lookUp(known, "A")).containsExactly("127.0.0.1");
  }

  /** Whether names under the host are published is the owner's decision, not the client's. */
  @ParameterizedTest
  @EnumSource
  void publishesWildcardOnlyWhereOwnerSaysSo(Transport transport) {
    String wild =
        dyn53.newHost(LocalDyn53.ZONE, publishingSpecialAddresses().put("wildcard", true));
    String tame = dyn53.newHost(LocalDyn53.ZONE, publishingSpecialAddresses());

    Ended ended = update(transport, "wildcard=yes", wild, tame);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(dyn53.lookUp("www." + wild, "A")).containsExactly("127.0.0.1");
    assertThat(dyn53.lookUp("www." + tame, "A")).isEmpty();
    assertThat(dyn53.lookUp(tame, "A")).containsExactly("127.0.0.1");
  }

  private static ObjectNode publishingSpecialAddresses() {
    return new JsonMapper().createObjectNode().put("specialAddresses", "publish");
  }

  private Ended update(Transport transport, String option, String... hosts) {
    String server = "127.0.0.1:" + dyn53.at(transport).getPort();
    var setup =
        new Setup(
            folder,
            dyn53.at(transport),
            dyn53.caFile(),
            dyn53.token(),
            List.of(hosts),
            "127.0.0.1");
    String file =
        setup.write(
            "ddclient.conf",
            """
            syslog=no
            ssl=%s
            ssl_ca_file=%s
            use=web, web=%s/checkip
            protocol=dyndns2
            server=%s
            login=router
            password='%s'
            %s
            %s
            """
                .formatted(
                    setup.isEncrypted() ? "yes" : "no",
                    setup.caFile(),
                    server,
                    server,
                    setup.password(),
                    option,
                    setup.hostList()));
    return ddclient.run(
        folder, List.of("-daemon=0", "-noquiet", "-file", file, "-cache", file + ".cache"));
  }
}
