package io.github.dyn53.bench.storm;

import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The usual way: each request calls Route 53 for itself, tries again as the AWS SDK does in its
 * standard mode (three attempts, a random pause of up to 1 and 2 seconds after a throttle), and
 * then tells the client that it failed.
 */
final class OneByOne {

  private static final int ATTEMPTS = 3;
  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private final Simulation simulation;
  private final Route53Model zones;
  private final SplittableRandom random = new SplittableRandom(35);

  OneByOne(Simulation simulation, Route53Model zones) {
    this.simulation = simulation;
    this.zones = zones;
  }

  /** One update; true where it was published. */
  boolean update(int host) {
    var name = Storm.host(host).hostname().name();
    var recordSet = RecordSet.of(name, HostSettings.in(Storm.ZONE).ttl(), Storm.address(host));
    for (int attempt = 0; ; attempt++) {
      try {
        zones.change(Storm.ZONE, List.of(new RecordChange.Upsert(recordSet)), TIME_LIMIT);
        return true;
      } catch (ZoneUnavailableException e) {
        if (attempt == ATTEMPTS - 1) {
          return false;
        }
        long most = BASE.multipliedBy(1L << attempt).toNanos();
        simulation.sleep("tries again", Duration.ofNanos(random.nextLong(most)));
      }
    }
  }
}
