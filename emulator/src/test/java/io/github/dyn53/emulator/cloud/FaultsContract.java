package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.route53.Route53Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever goes wrong behind an update: its client is answered in time, DNS holds the old addresses
 * or the wanted ones and no mixture, the wish stands in the history once, and somebody mends it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultsContract {

  static final String OLD = "9.1.2.3,2600:1::3";
  static final String WANTED = "9.1.2.4,2600:1::4";
  static final Reply GOOD = new Reply(200, "good " + WANTED + "\n");
  static final List<String> OLD_ANSWERS =
      List.of("9.1.2.3", "2600:1:0:0:0:0:0:3", "9.1.2.3", "2600:1:0:0:0:0:0:3");
  static final List<String> WANTED_ANSWERS =
      List.of("9.1.2.4", "2600:1:0:0:0:0:0:4", "9.1.2.4", "2600:1:0:0:0:0:0:4");

  final FaultyCloud cloud;
  String hostname = "";

  FaultsContract(Path folder) {
    cloud = new FaultyCloud(folder, Route53Settings.standard());
  }

  @BeforeAll
  void warmUp() {
    updateAtOldAddress();
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @BeforeEach
  void updateAtOldAddress() {
    hostname = cloud.functions().addHost("\"wildcard\": true");
    assertThat(cloud.update(hostname, OLD).word()).isEqualTo("good");
    assertThat(cloud.answers(hostname)).isEqualTo(OLD_ANSWERS);
  }

  @AfterEach
  void mend() {
    cloud.mend();
    cloud.endStorm();
  }

  Reply updateInTime() {
    Instant start = Instant.now();
    Reply reply = cloud.update(hostname, WANTED);
    assertThat(Duration.between(start, Instant.now())).isLessThan(HttpUpdates.PATIENCE);
    return reply;
  }

  void assertPendingWish() {
    assertThat(cloud.host(hostname).pending()).isPresent();
    assertThat(cloud.host(hostname).wanted()).isEqualTo(cloud.wishes(hostname).getFirst().to());
    assertThat(cloud.wishes(hostname)).hasSize(2);
  }

  void assertMendedByPublisher() {
    cloud.mend();
    assertThat(cloud.functions().publish(hostname).required("batchItemFailures")).isEmpty();
    assertSettled();
  }

  void assertMendedBySweep() {
    cloud.mend();
    cloud.functions().sweep();
    assertSettled();
  }

  void assertMendedByAskingAgain() {
    cloud.mend();
    assertThat(cloud.update(hostname, WANTED)).isEqualTo(GOOD);
    assertSettled();
  }

  void assertSettled() {
    assertThat(cloud.update(hostname, WANTED)).isEqualTo(new Reply(200, "nochg " + WANTED + "\n"));
    assertThat(cloud.answers(hostname)).isEqualTo(WANTED_ANSWERS);
    var host = cloud.host(hostname);
    assertThat(host.isSettled()).isTrue();
    assertThat(host.published()).isEqualTo(host.wanted());
    assertThat(cloud.wishes(hostname)).hasSize(2);
  }
}
