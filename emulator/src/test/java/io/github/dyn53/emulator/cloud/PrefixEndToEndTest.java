package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.route53.Route53Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A house of fifty hosts in three zones moves with its router, through the real functions and
 * whatever fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrefixEndToEndTest {

  private final FaultyCloud cloud;
  private String router = "";
  private List<String> house = List.of();
  private int moves;

  PrefixEndToEndTest(@TempDir Path folder) {
    cloud = new FaultyCloud(folder, Route53Settings.standard());
  }

  @BeforeAll
  void addHouse() {
    router = cloud.functions().addHost("");
    house =
        IntStream.rangeClosed(1, 49)
            .mapToObj(number ->
                cloud
                    .functions()
                    .addHost(
                        number % FaultyCloud.ZONES,
                        "\"follows\": \"%s\", \"interfaceId\": \"::%x\"".formatted(router, number)))
            .toList();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @BeforeEach
  void moveIn() {
    assertThat(move().word()).isEqualTo("good");
    assertMoved();
  }

  @AfterEach
  void mend() {
    cloud.mend();
    cloud.endStorm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"throttle", "busy", "internal-error", "lost-answer"})
  void movesLaterWhatRoute53DoesNotTakeNow(String fault) {
    cloud.failChanges(fault);

    assertThat(move().word()).isEqualTo("good");
    assertThat(house).noneMatch(host -> cloud.host(host).isSettled());

    cloud.mend();
    var unused = cloud.functions().sweep();
    assertMoved();
  }

  /** One zone takes its batch, which nothing then calls back. */
  @ParameterizedTest
  @ValueSource(strings = {"busy after 1", "access-denied after 1", "busy after 2"})
  void movesLaterWhatOneZoneDoesNotTake(String fault) {
    cloud.failChanges(fault);

    assertThat(move().status()).isEqualTo(200);

    assertThat(house).anyMatch(host -> cloud.host(host).isSettled());
    assertThat(house).anyMatch(host -> !cloud.host(host).isSettled());
    cloud.mend();
    var unused = cloud.functions().sweep();
    assertMoved();
  }

  @ParameterizedTest
  @ValueSource(strings = {"throttle", "access-denied", "reset"})
  void movesAllOrNobodyWhereTheWishIsNotWritten(String fault) {
    cloud.failDatabase("TransactWriteItems " + fault);
    assertThat(move().status()).isEqualTo(503);
    assertThat(house).allMatch(host -> cloud.host(host).isSettled());

    cloud.mend();
    moves--;
    assertThat(move().word()).isEqualTo("good");
    assertMoved();
  }

  /** The wish is one transaction, and the confirm another. */
  @ParameterizedTest
  @ValueSource(
      strings = {"throttle after 1", "reset after 1", "lost-answer after 1", "lost-answer times 1"})
  void movesNobodyTwiceWhereTheConfirmIsLost(String fault) {
    cloud.failDatabase("TransactWriteItems " + fault);
    assertThat(move().word()).isEqualTo("good");

    cloud.mend();
    var unused = cloud.functions().sweep();
    assertMoved();
  }

  /** The router's address, and another prefix each time. */
  private Reply move() {
    moves++;
    return cloud
        .updates()
        .get(
            cloud.functions().secret(),
            "hostname=%s&myip=9.1.2.%d,2600:1::%d&ip6lanprefix=2600:1:%d::/56"
                .formatted(router, moves, moves, moves));
  }

  private void assertMoved() {
    String ipv4 = "9.1.2." + moves;
    assertThat(cloud.host(router).published().describe()).isEqualTo(ipv4 + ", 2600:1::" + moves);
    for (int number = 1; number <= house.size(); number++) {
      var host = cloud.host(house.get(number - 1));
      assertThat(host.published().describe())
          .isEqualTo("%s, 2600:1:%d::%x".formatted(ipv4, moves, number));
      assertThat(host.isSettled()).isTrue();
      assertThat(cloud.answers(house.get(number - 1)))
          .containsExactly(ipv4, "2600:1:%d:0:0:0:0:%x".formatted(moves, number));
    }
  }
}
