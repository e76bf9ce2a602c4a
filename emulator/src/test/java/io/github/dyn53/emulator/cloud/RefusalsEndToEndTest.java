package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.route53.Route53Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not be done, asked through the front door: the right reply, and nothing is changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsEndToEndTest {

  private static final String NO_SECRET = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private final FaultyCloud cloud;
  private String hostname = "";

  RefusalsEndToEndTest(@TempDir Path folder) {
    cloud = new FaultyCloud(folder, Route53Settings.standard());
  }

  @BeforeAll
  void addHost() {
    hostname = cloud.functions().addHost("");
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @Test
  void refusesWrongPassword() {
    assertThat(cloud.updates().get(NO_SECRET, "hostname=" + hostname + "&myip=9.1.2.3"))
        .isEqualTo(new Reply(401, "badauth\n"));
    assertUntouched();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          192.168.1.2,     dnserr
          100.64.1.2,      dnserr
          fe80::1,         dnserr
          9.1.2.3.4,       dnserr
          9.1.2.3%ff,      dnserr
          """)
  void refusesAddress(String address, String word) {
    assertThat(cloud.update(hostname, address)).isEqualTo(new Reply(200, word + "\n"));
    assertUntouched();
  }

  @Test
  void refusesUnknownHost() {
    assertThat(cloud.update("unknown." + cloud.zoneName(), "9.1.2.3"))
        .isEqualTo(new Reply(200, "nohost\n"));
  }

  @Test
  void refusesTwentyOneHosts() {
    String names =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> "h" + i + "." + cloud.zoneName())
            .collect(Collectors.joining(",", hostname + ",", ""));

    assertThat(cloud.update(names, "9.1.2.3")).isEqualTo(new Reply(200, "numhost\n"));
    assertUntouched();
  }

  @Test
  void refusesNameOf300Bytes() {
    String name = "a".repeat(60).concat(".").repeat(5).substring(0, 299) + "a";

    assertThat(name).hasSize(300);
    assertThat(cloud.update(name, "9.1.2.3")).isEqualTo(new Reply(200, "notfqdn\n"));
  }

  @ParameterizedTest
  @CsvSource({"hostname=%ff%fe", "hostname=%c3%28.example", "hostname=h%80.dyn.test"})
  void refusesInvalidUtf8(String query) {
    assertThat(cloud.updates().get(cloud.functions().secret(), query + "&myip=9.1.2.3"))
        .isEqualTo(new Reply(200, "notfqdn\n"));
  }

  @Test
  void refusesBodyOfMegabyte() {
    String form = "hostname=" + hostname + "&myip=9.1.2.3&padding=" + "x".repeat(1024 * 1024);

    assertThat(cloud.updates().post(cloud.functions().secret(), form))
        .isEqualTo(new Reply(413, "badagent\n"));
    assertUntouched();
  }

  private void assertUntouched() {
    assertThat(cloud.answers(hostname)).isEmpty();
    assertThat(cloud.wishes(hostname)).isEqualTo(List.of());
    assertThat(cloud.host(hostname).isSettled()).isTrue();
  }
}
