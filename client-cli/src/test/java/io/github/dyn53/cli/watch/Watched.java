package io.github.dyn53.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.AddressChain;
import io.github.dyn53.cli.update.Desk;
import io.github.dyn53.cli.update.ScriptedSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A watch over one host, with its sources and its time in the test's hands. */
final class Watched {

  private final VirtualTime time = new VirtualTime();
  private final ScriptedSource router = new ScriptedSource("router");
  private final ScriptedSource endpoint = new ScriptedSource("endpoint");
  private final ScriptedSource none = new ScriptedSource("none");
  private boolean outdated;

  VirtualTime time() {
    return time;
  }

  /** Asked at each look. */
  ScriptedSource router() {
    return router;
  }

  /** Asked seldom. */
  ScriptedSource endpoint() {
    return endpoint;
  }

  /** Another configuration is there. */
  void outdate() {
    outdated = true;
  }

  /** What is around the updater, as long as nothing is amiss. */
  Desk desk(Path folder) {
    router.find("11.22.33.44");
    endpoint.find("11.22.33.44");
    return new Desk(folder, time);
  }

  /** Watches until the time is over. */
  void run(Desk desk) {
    run(desk, Duration.ofMinutes(1));
  }

  void run(Desk desk, Duration poll) {
    var freshness = new Freshness();
    var random = new Random(7);
    var paced = new PacedSource(router, Duration.ZERO, freshness, time::nanos, random);
    var seldom = new PacedSource(endpoint, Duration.ofMinutes(10), freshness, time::nanos, random);
    var updater = desk.updater(new AddressChain(List.of(paced, seldom)), none, "home.example.com");
    var views = new Views(List.of(paced), Optional.of(seldom), endpoint);
    var comparison = new Comparison(views, desk);
    var attention = new Watch.Attention(freshness, comparison, () -> outdated, random, desk);
    assertThat(new Watch(updater, time, poll, attention).run()).isEqualTo(outdated);
  }
}
