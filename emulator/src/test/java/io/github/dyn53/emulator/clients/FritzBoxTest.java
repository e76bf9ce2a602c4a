package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.dyn53.emulator.clients.RealProgram.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A FRITZ!Box fills in what its update field holds, without any escaping, and asks each of the URLs
 * in it, which a space separates; here curl asks in its place.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FritzBoxTest {

  private static final String UPDATE = "SERVER/nic/update?hostname=<domain>";

  private final Curl curl = new Curl();
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

  /** One URL for each family. */
  @Test
  void asksTwoUrlsInOneField() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String field =
        UPDATE
            + "&myip=<ipaddr> "
            + UPDATE
            + "&myipv6=<ip6addr>&ip6lanprefix=<ip6lanprefix>&dualstack=<dualstack>";

    assertThat(replies(field, host, "11.22.33.44", "2a00:1450::9", "2a00:1450:0:1::/64"))
        .containsExactly("good 11.22.33.44\n", "good 2a00:1450::9\n");

    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly("11.22.33.44");
    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
  }

  @Test
  void asksOneUrlForBothFamilies() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String field = UPDATE + "&myip=<ipaddr>,<ip6addr>&dualstack=<dualstack>";

    assertThat(replies(field, host, "11.22.33.44", "2a00:1450::9", ""))
        .containsExactly("good 11.22.33.44,2a00:1450::9\n");

    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly("11.22.33.44");
    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
  }

  @Test
  void movesWhoLivesBehindItsPrefix() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String inside =
        dyn53.newHost(
            LocalDyn53.ZONE,
            JsonNodeFactory.instance
                .objectNode()
                .put("follows", host)
                .put("interfaceId", "00:11:22:33:44:55"));
    String field = UPDATE + "&myip=<ipaddr>,<ip6addr>&ip6lanprefix=<ip6lanprefix>&dualstack=1";

    assertThat(replies(field, host, "11.22.33.44", "2a00:1450::9", "2a00:1450:0:1::/64"))
        .containsExactly("good 11.22.33.44,2a00:1450::9\n");

    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
    assertThat(dyn53.awaitAnswer(inside, "AAAA"))
        .containsExactly("2a00:1450:0:1:211:22ff:fe33:4455");
    assertThat(dyn53.awaitAnswer(inside, "A")).containsExactly("11.22.33.44");
  }

  /** Its credentials in place of a header, for servers that read none. */
  @Test
  void hasItsCredentialsFilledIn() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String field = UPDATE + "&myip=<ipaddr>&username=<username>&password=<pass>";

    assertThat(replies(field, host, "11.22.33.44", "", "")).containsExactly("good 11.22.33.44\n");
  }

  /** A provider without IPv6 leaves nothing behind the comma. */
  @Test
  void updatesWithoutIpv6() {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    String field = UPDATE + "&myip=<ipaddr>,<ip6addr>&ip6lanprefix=<ip6lanprefix>";

    assertThat(replies(field, host, "11.22.33.44", "", "")).containsExactly("good 11.22.33.44\n");

    assertThat(dyn53.awaitAnswer(host, "A")).containsExactly("11.22.33.44");
    assertThat(dyn53.lookUp(host, "AAAA")).isEmpty();
  }

  private List<String> replies(String field, String host, String ipv4, String ipv6, String prefix) {
    Map<String, String> placeholders =
        Map.of(
            "SERVER", dyn53.at(Transport.HTTPS).toString(),
            "<domain>", host,
            "<username>", host,
            "<pass>", dyn53.token(),
            "<ipaddr>", ipv4,
            "<ip6addr>", ipv6,
            "<ip6lanprefix>", prefix,
            "<dualstack>", ipv6.isEmpty() ? "0" : "1");
    String filled = field;
    for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
      filled = filled.replace(placeholder.getKey(), placeholder.getValue());
    }
    return Stream.of(filled.split(" ")).map(url -> ask(url, host)).toList();
  }

  private String ask(String url, String host) {
    Ended ended =
        curl.run(
            folder,
            """
            url = "%s"
            user = "%s:%s"
            user-agent = "Fritz!Box DDNS/1.0.1"
            cacert = "%s"
            """
                .formatted(url, host, dyn53.token(), dyn53.caFile()));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return ended.output();
  }
}
