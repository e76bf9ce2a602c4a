package io.github.dyn53.emulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The functions that nobody waits for die after each call that they make of DynamoDB and Route 53,
 * and before the first; with every death a wish is left for others to publish.
 */
class KilledJobsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** More than any of them makes for one host. */
  private static final int MOST_CALLS = 16;

  /** Each death has a zone of its own: the turn that the dead had taken holds others up. */
  private static final List<String> ZONES =
      IntStream.range(0, 3 * MOST_CALLS).mapToObj(number -> "zone" + number + ".test").toList();

  @TempDir private Path folder;
  private final List<String> hosts = new ArrayList<>();

  @Test
  void publishesWhatPublishersLeave() throws Exception {
    publishesWhatIsLeftBy("PublishFunction", KilledJobsTest::streamOf, 6);
  }

  @Test
  void publishesWhatSweepsLeave() throws Exception {
    publishesWhatIsLeftBy("SweepFunction", host -> JsonNodeFactory.instance.objectNode(), 7);
  }

  private void publishesWhatIsLeftBy(String function, Function<String, ObjectNode> event, int least)
      throws Exception {
    var faults = FaultFiles.in(folder);
    try (var emulator = Emulator.start(faults.options(ZONES), folder);
        var owner = new Owner(emulator.ready())) {
      var updates = new HttpUpdates(emulator.ready().http(), TIMEOUT);
      int deaths = 0;
      for (Path file : List.of(faults.dynamoDb(), faults.route53())) {
        String fault = "kill";
        int calls = 0;
        boolean dies = true;
        while (dies) {
          assertThat(calls).isLessThan(MOST_CALLS);
          String host = owner.addHost("home" + hosts.size(), ZONES.get(hosts.size()));
          hosts.add(host);
          leaveToOthers(host, updates, emulator.ready().token(), faults);
          Files.writeString(file, rule(fault, function, calls));
          dies = owner.dies(function, event.apply(host));
          deaths += dies ? 1 : 0;
          // The first call is killed before it is made, too.
          calls += fault.equals("kill") ? 0 : 1;
          fault = "kill-after";
          faults.mend();
        }
      }
      System.out.printf("KilledJobsTest: %s died %d times%n", function, deaths);
      assertThat(deaths).isGreaterThanOrEqualTo(least);

      owner.settle(hosts, TIMEOUT);

      assertThat(hosts)
          .allSatisfy(host -> assertThat(owner.lookUp(host)).as(host).containsExactly("9.1.2.3"));
    }
  }

  /** A wish that Route 53 refuses stays pending, and no stream tells of it. */
  private static void leaveToOthers(
      String host, HttpUpdates updates, String token, FaultFiles faults) throws IOException {
    Files.writeString(
        faults.route53(), "[{\"fault\": \"access-denied\", \"function\": \"UpdateFunction\"}]");
    assertThat(updates.get(token, "hostname=" + host + "&myip=9.1.2.3").word()).isEqualTo("dnserr");
    faults.mend();
  }

  private static String rule(String fault, String function, int calls) {
    return "[{\"fault\": \"%s\", \"function\": \"%s\", \"after\": %d, \"times\": 1}]"
        .formatted(fault, function, calls);
  }

  private static ObjectNode streamOf(String host) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode change = event.putArray("Records").addObject().putObject("dynamodb");
    change.put("SequenceNumber", "1").putObject("Keys").putObject("name").put("S", host);
    return event;
  }
}
