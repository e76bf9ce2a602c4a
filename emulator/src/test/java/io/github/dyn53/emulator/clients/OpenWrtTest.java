package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What OpenWrt's ddns-scripts do with GNU wget: the registered address is asked of the checkip
 * page, the update has its credentials in the query, and the body must match {@code good|nochg} in
 * any case.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OpenWrtTest {

  private final RealProgram wget = RealProgram.require("wget", "wget");
  private final RealProgram grep = RealProgram.require("grep", "grep");
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
  void findsItsAddressOnTheCheckipPage() throws IOException {
    Path page = transfer("/checkip");

    Ended found = grep(page, "-m", "1", "-oE", "[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    assertThat(found).isEqualTo(new Ended(0, "127.0.0.1\n"));
  }

  /** The script writes IPv6 in full. */
  @Test
  void updatesBothFamiliesOneAfterTheOther() throws IOException {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    assertThat(isAccepted(host, "myip=11.22.33.44")).isTrue();
    assertThat(isAccepted(host, "myipv6=2a00:1450:0000:0000:0000:0000:0000:0009")).isTrue();
    assertThat(isAccepted(host, "myip=11.22.33.44")).isTrue();

    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly("11.22.33.44");
    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
  }

  @Test
  void doesNotTakeRefusalForSuccess() throws IOException {
    assertThat(isAccepted("unknown.dyn.test", "myip=11.22.33.44")).isFalse();
    assertThat(isAccepted(dyn53.newHost(LocalDyn53.ZONE), "myip=10.0.0.1")).isFalse();
  }

  private boolean isAccepted(String host, String address) throws IOException {
    Path body =
        transfer(
            "/nic/update?hostname=%s&%s&username=%s&password=%s"
                .formatted(host, address, host, dyn53.token()));
    return grep(body, "-qiE", "good|nochg").exitCode() == 0;
  }

  private Ended grep(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    return grep.run(folder, arguments);
  }

  /** The options are those of the script; its URL stands on the command line. */
  private Path transfer(String path) throws IOException {
    Path body = Files.createTempFile(folder, "ddns", ".dat");
    Ended ended =
        wget.run(
            folder,
            List.of(
                "--hsts-file=" + folder.resolve("hsts"),
                "-nv",
                "-t",
                "1",
                "-O",
                body.toString(),
                "--ca-certificate=" + dyn53.caFile(),
                "--no-proxy",
                dyn53.at(Transport.HTTPS) + path));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return body;
  }
}
