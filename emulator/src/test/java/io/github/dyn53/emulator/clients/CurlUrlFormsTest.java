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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which routers and their users write the URL, sent by curl. */
@TestInstance(Lifecycle.PER_CLASS)
class CurlUrlFormsTest {

  private static final String BASIC = "user = \"router:TOKEN\"\n";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user = "router:TOKEN"                     | /nic/update?hostname=HOST&myip=11.22.33.44
          header = "Authorization: Bearer TOKEN"    | /nic/update?hostname=HOST&myip=11.22.33.44
          user-agent = "Mikrotik/7.x Fetch"         | /nic/update?hostname=HOST&myip=11.22.33.44&token=TOKEN
          user-agent = "Wget/1.21.3"                | /nic/update?hostname=HOST&myip=11.22.33.44&username=HOST&password=TOKEN
          user-agent = "a camera"                   | /u/TOKEN/nic/update?hostname=HOST&myip=11.22.33.44
          user = ":"                                | /u/TOKEN/nic/update?hostname=HOST&myip=11.22.33.44
          user = "HOST:TOKEN"                       | /nic/update?myip=11.22.33.44
          user = "router:TOKEN"                     | //nic/update?hostname=HOST&myip=11.22.33.44
          user = "router:TOKEN"                     | /nic//update/?hostname=HOST&myip=11.22.33.44
          user = "router:TOKEN"                     | /v3/update?hostname=HOST&myip=11.22.33.44
          user = "router:TOKEN"                     | /v2/update?hostname=HOST&myip=11.22.33.44
          data = "hostname=HOST&myip=11.22.33.44&token=TOKEN" | /nic/update
          """)
  void updatesHost(String option, String path) {
    for (Transport transport : Transport.values()) {
      String host = dyn53.newHost(LocalDyn53.ZONE);

      Ended ended = ask(transport, option, path, host);

      assertThat(ended).isEqualTo(new Ended(0, "good 11.22.33.44\n"));
      assertThat(dyn53.awaitAnswer(host, "A")).containsExactly("11.22.33.44");
    }
  }

  /** User-Agent and URL as the device sends them; user name and password are Basic credentials. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          inadyn/2.10.0 https://github.com/troglobit/inadyn/issues | /nic/update?hostname=HOST&myip=11.22.33.44 | 11.22.33.44 | ``
          inadyn/2.10.0 https://github.com/troglobit/inadyn/issues | /nic/update?hostname=HOST&myip=2a00%3a1450%3a%3a9 | `` | 2a00:1450::9
          Fritz!Box DDNS/1.0.1 | /nic/update?hostname=HOST&myip=11.22.33.44,2a00:1450::9&ip6lanprefix=2a00:1450:0:1::/64 | 11.22.33.44 | 2a00:1450::9
          Fritz!Box DDNS/1.0.1 | /nic/update?hostname=HOST&myip=11.22.33.44,&ip6lanprefix= | 11.22.33.44 | ``
          Synology DDNS | /nic/update?hostname=HOST&myip=11.22.33.44&username=HOST&password=TOKEN | 11.22.33.44 | ``
          phpDynDNS/0.7 | /nic/update?system=dyndns&hostname=HOST&myip=11.22.33.44&wildcard=OFF&mx=&backmx=NO | 11.22.33.44 | ``
          OPNsense-dyndns | /nic/update?hostname=HOST&myip=11.22.33.44&system=dyndns&wildcard=NOCHG | 11.22.33.44 | ``
          Wget/1.21.3 | /nic/update?hostname=HOST&myipv6=2A00:1450:0000:0000:0000:0000:0000:0009 | `` | 2a00:1450::9
          """)
  void updatesHostAsRouterDoes(String userAgent, String path, String ipv4, String ipv6) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended =
        ask(Transport.HTTPS, BASIC + "user-agent = \"%s\"".formatted(userAgent), path, host);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("good ");
    dyn53.awaitAnswer(host, ipv4.isEmpty() ? "AAAA" : "A");
    assertThat(String.join("", dyn53.lookUp(host, "A"))).isEqualTo(ipv4);
    assertThat(String.join("", dyn53.lookUp(host, "AAAA"))).isEqualTo(ipv6);
  }

  /** pfSense compares the whole body with {@code good %IP%}, after cutting off the line end. */
  @Test
  void repeatsAddressAsItWasSent() {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    Ended ended = ask(Transport.HTTP, BASIC, "/nic/update?hostname=HOST&myip=2A00:1450:0::9", host);

    assertThat(ended.output()).isEqualTo("good 2A00:1450:0::9\n");
    assertThat(dyn53.awaitAnswer(host, "AAAA")).containsExactly("2a00:1450::9");
  }

  /** It takes every 2xx for a success. */
  @Test
  void tellsOpnsenseByStatusThatHostIsUnknown() {
    Ended ended =
        ask(
            Transport.HTTPS,
            BASIC + "user-agent = \"OPNsense-dyndns\"\nfail-with-body",
            "/nic/update?hostname=HOST&myip=11.22.33.44",
            "unknown.dyn.test");

    assertThat(ended.exitCode()).isEqualTo(22);
    assertThat(ended.output()).contains("nohost\n", "returned error: 404");
  }

  @ParameterizedTest
  @CsvSource({"http1.0, 1", "http1.1, 0"})
  void closesConnectionAfterHttp10(String version, String newConnections) {
    String options =
        """
        %1$s
        header = "Connection: keep-alive"
        write-out = " %%{num_connects}"
        url = "%2$s/checkip"
        url = "%2$s/checkip"
        """
            .formatted(version, dyn53.at(Transport.HTTP));

    assertThat(curl.run(folder, options).output())
        .isEqualTo("127.0.0.1 1127.0.0.1 " + newConnections);
  }

  @Test
  void showsSourceAddressToBothFamilies() {
    String port = ":" + dyn53.at(Transport.HTTP).getPort();

    assertThat(List.of("http://127.0.0.1", "http://[::1]"))
        .extracting(
            server -> curl.run(folder, "url = \"%s%s/checkip\"".formatted(server, port)).output())
        .containsExactly("127.0.0.1", "::1");
  }

  private Ended ask(Transport transport, String options, String path, String host) {
    String written =
        "%s\ncacert = \"%s\"\nurl = \"%s%s\"\n"
            .formatted(options, dyn53.caFile(), dyn53.at(transport), path);
    return curl.run(folder, written.replace("HOST", host).replace("TOKEN", dyn53.token()));
  }
}
