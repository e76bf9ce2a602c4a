package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wget of small routers, over plain HTTP: its HTTPS trusts everybody. It shows neither the
 * status nor the body of an error, and takes credentials out of the URL, which it can't be given
 * otherwise.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BusyBoxWgetTest {

  private static final String ADDRESS = "11.22.33.44";

  private final RealProgram busybox = RealProgram.require("busybox", "busybox");
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

  /** It sends Basic credentials at once, and waits for no challenge that API Gateway renames. */
  @Test
  void updatesWithCredentialsBeforeTheServerName() {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended =
        get("router:" + dyn53.token() + "@", "/nic/update?hostname=%s&myip=" + ADDRESS, host);

    assertThat(ended).isEqualTo(new Ended(0, "good 11.22.33.44\n"));
    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly(ADDRESS);
  }

  @Test
  void updatesWithCredentialsInTheQuery() {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended =
        get("", "/nic/update?hostname=%s&myipv6=2a00:1450:0000::0009" + credentials(), host);

    assertThat(ended).isEqualTo(new Ended(0, "good 2a00:1450:0000::0009\n"));
    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
  }

  @Test
  void showsWhichHostIsUnknown() {
    Ended ended =
        get("", "/nic/update?hostname=%s&myip=" + ADDRESS + credentials(), "unknown.dyn.test");

    assertThat(ended).isEqualTo(new Ended(0, "nohost\n"));
  }

  @Test
  void failsWithWrongPassword() {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended = get("router:not-the-token@", "/nic/update?hostname=%s&myip=" + ADDRESS, host);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("server returned error: HTTP/1.1 401");
    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  private String credentials() {
    return "&username=router&password=" + dyn53.token();
  }

  /** The URL comes in as an argument, where it has no other place: as on the router itself. */
  private Ended get(String user, String path, String host) {
    String server = dyn53.at(Transport.HTTP).toString().replace("://", "://" + user);
    return busybox.run(folder, List.of("wget", "-q", "-O", "-", server + path.formatted(host)));
  }
}
