package io.github.dyn53.emulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Owner;
import io.github.dyn53.emulator.cloud.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update function dies between any two of its steps, as a file of faults says. */
class KilledStepsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A lease, and the time that the rest takes. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  /**
   * Where an update is killed.
   *
   * @param stored whether its wish is stored by then
   */
  private record Step(Service service, String action, String fault, boolean stored) {}

  private enum Service {
    DYNAMODB,
    ROUTE53
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(Service.DYNAMODB, "BatchGetItem", "kill", false),
          new Step(Service.DYNAMODB, "BatchGetItem", "kill-after", false),
          new Step(Service.DYNAMODB, "TransactWriteItems", "kill", false),
          new Step(Service.DYNAMODB, "TransactWriteItems", "kill-after", true),
          new Step(Service.ROUTE53, "ChangeResourceRecordSets", "kill", true),
          new Step(Service.ROUTE53, "ChangeResourceRecordSets", "kill-after", true),
          new Step(Service.DYNAMODB, "UpdateItem", "kill", true),
          new Step(Service.DYNAMODB, "UpdateItem", "kill-after", true));

  @Test
  void publishesEveryWishThatWasStoredAndNoOther(@TempDir Path folder) throws Exception {
    var faults = FaultFiles.in(folder);
    try (var emulator = Emulator.start(faults.options(List.of("dyn.test")), folder);
        var owner = new Owner(emulator.ready())) {
      var updates = new HttpUpdates(emulator.ready().http(), TIMEOUT);
      List<String> stored = new ArrayList<>();
      List<String> forgotten = new ArrayList<>();
      int number = 0;
      for (Step step : STEPS) {
        String host = owner.addHost("step" + ++number);
        script(step, faults);
        Reply reply = updates.get(emulator.ready().token(), "hostname=" + host + "&myip=9.1.2.3");
        assertThat(reply.status()).as("%s", step).isEqualTo(500);
        (step.stored() ? stored : forgotten).add(host);
      }
      faults.mend();

      owner.settle(stored, SETTLING);

      assertThat(stored)
          .allSatisfy(host -> assertThat(owner.lookUp(host)).as(host).containsExactly("9.1.2.3"));
      assertThat(forgotten).allSatisfy(host -> assertThat(owner.lookUp(host)).as(host).isEmpty());
    }
  }

  private static void script(Step step, FaultFiles faults) throws IOException {
    faults.mend();
    Files.writeString(
        step.service() == Service.DYNAMODB ? faults.dynamoDb() : faults.route53(),
        "[{\"fault\": \"%s\", \"action\": \"%s\", \"times\": 1}]"
            .formatted(step.fault(), step.action()));
  }
}
