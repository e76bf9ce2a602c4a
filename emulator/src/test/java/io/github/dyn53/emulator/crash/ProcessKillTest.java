package io.github.dyn53.emulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.Emulator;
import io.github.dyn53.emulator.EmulatorOptions;
import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Update functions are killed in mid-update at random moments while hosts change. Afterwards every
 * name leads to the addresses that its host was last told are set, or to later ones.
 *
 * <p>{@code -Ddyn53.kills} says how many updates are to be hit, {@code -Ddyn53.seed} repeats what
 * chance has chosen, though not how processes met.
 */
class ProcessKillTest {

  private static final int KILLS = Integer.getInteger("dyn53.kills", 10);
  private static final long SEED = Long.getLong("dyn53.seed", System.nanoTime());
  private static final int HOSTS = 6;
  private static final String HANDLER = "UpdateFunction::handleRequest";

  /** A cold start for each kill, on a machine that is busy with other things. */
  private static final Duration PATIENCE = Duration.ofSeconds(60 + 6L * KILLS);

  /** A lease, and the time that the rest takes. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger crashes = new AtomicInteger();
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();

  @Test
  void namesLeadToAcknowledgedAddressesAlthoughFunctionsDie(@TempDir Path folder) throws Exception {
    var options =
        new EmulatorOptions(
            new EmulatorOptions.Ports(0, 0, 0),
            List.of("dyn.test"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            EmulatorOptions.Functions.PROCESS);
    try (var emulator = Emulator.start(options, folder);
        var owner = new Owner(emulator.ready())) {
      var updates = new HttpUpdates(emulator.ready().http(), PATIENCE);
      String token = emulator.ready().token();
      List<RestlessHost> hosts = hosts(owner);

      int kills = updateUnderFire(hosts, updates, token);
      long unsettled = hosts.stream().filter(host -> !owner.isSettled(host.hostname())).count();
      report(
          "%d kills hit %d updates; %d of %d hosts are left pending",
          kills, crashes.get(), unsettled, HOSTS);
      owner.settle(hosts.stream().map(RestlessHost::hostname).toList(), SETTLING);

      for (RestlessHost host : hosts) {
        assertThat(host.possible().stream().map(Wish::answers))
            .as("what %s may answer, seed %d", host.hostname(), SEED)
            .contains(owner.lookUp(host.hostname()));
      }
    }
  }

  private List<RestlessHost> hosts(Owner owner) {
    return IntStream.rangeClosed(1, HOSTS)
        .mapToObj(i -> new RestlessHost(owner.addHost("restless" + i), i, random.split()))
        .toList();
  }

  /** Lets all hosts change at once until enough updates were hit; returns the number of kills. */
  private int updateUnderFire(List<RestlessHost> hosts, HttpUpdates updates, String token)
      throws Exception {
    try (var killer = new Killer(HANDLER, random.split());
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          hosts.stream()
              .<Callable<Boolean>>map(host -> () -> change(host, updates, token, killer))
              .toList();
      for (Future<Boolean> client : clients.invokeAll(tasks)) {
        assertThat(client.get()).as("hit %d of %d updates in time", crashes.get(), KILLS).isTrue();
      }
      return killer.kills();
    }
  }

  private boolean change(RestlessHost host, HttpUpdates updates, String token, Killer killer) {
    while (crashes.get() < KILLS) {
      switch (host.update(updates, token)) {
        case ACKNOWLEDGED, REFUSED -> killer.progress();
        case CRASHED -> crashes.incrementAndGet();
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
    }
    return true;
  }

  private static void report(String text, Object... numbers) {
    System.out.printf("ProcessKillTest, -Ddyn53.seed=%d: ".formatted(SEED) + text + "%n", numbers);
  }
}
