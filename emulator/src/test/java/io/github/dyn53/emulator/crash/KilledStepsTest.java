package io.github.dyn53.emulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.EmulatorOptions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update function dies at each of its steps, as that step's call goes out. */
class KilledStepsTest {

  private static final String HANDLER = "UpdateFunction::handleRequest";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A lease, and the time that the rest takes. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  /** The calls of one update in their order, and whether its wish is sure to be stored by then. */
  private static final Map<String, Boolean> STEPS = steps();

  private final AtomicReference<String> deadlyStep = new AtomicReference<>("");

  private static Map<String, Boolean> steps() {
    Map<String, Boolean> steps = new LinkedHashMap<>();
    steps.put("dynamodb:BatchGetItem", false);
    // The database may notice that its client died, or store the wish before it does.
    steps.put("dynamodb:TransactWriteItems", false);
    steps.put("route53:ChangeResourceRecordSets", true);
    steps.put("dynamodb:UpdateItem", true);
    return steps;
  }

  @Test
  void publishesEveryWishThatWasStored(@TempDir Path folder) throws Exception {
    try (var emulator = Emulator.start(options(), folder, this::called);
        var owner = new Owner(emulator.ready())) {
      var updates = new HttpUpdates(emulator.ready().http(), TIMEOUT);
      List<String> stored = new ArrayList<>();
      int number = 0;
      for (String step : STEPS.keySet()) {
        String host = owner.addHost("step" + ++number);
        deadlyStep.set(step);
        Reply reply = updates.get(emulator.ready().token(), "hostname=" + host + "&myip=9.1.2.3");
        assertThat(deadlyStep.get()).as("%s was never called", step).isEmpty();
        assertThat(reply.status()).as(step).isEqualTo(500);
        if (STEPS.get(step)) {
          stored.add(host);
        }
      }

      settle(stored, owner);

      assertThat(stored)
          .allSatisfy(host -> assertThat(owner.lookUp(host)).as(host).containsExactly("9.1.2.3"));
    }
  }

  private static EmulatorOptions options() {
    return new EmulatorOptions(
        new EmulatorOptions.Ports(0, 0, 0),
        List.of("dyn.test"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        EmulatorOptions.Functions.PROCESS,
        Optional.empty(),
        Duration.ofHours(1));
  }

  /** Kills the caller, who is the only update function, and lets the call go its way. */
  private void called(String call) {
    String deadly = deadlyStep.get();
    if (deadly.equals(call) && deadlyStep.compareAndSet(deadly, "")) {
      ProcessHandle.current()
          .children()
          .filter(process ->
              process.info().commandLine().filter(line -> line.contains(HANDLER)).isPresent())
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static void settle(List<String> hosts, Owner owner) throws InterruptedException {
    long end = System.nanoTime() + SETTLING.toNanos();
    while (!hosts.stream().allMatch(owner::isSettled)) {
      assertThat(System.nanoTime()).isLessThan(end);
      owner.sweep();
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
