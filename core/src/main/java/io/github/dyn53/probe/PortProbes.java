package io.github.dyn53.probe;

import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Probes within a limit: a few a minute for each token. Each running copy of a function counts for
 * itself, which no token gains much by, since all that it can probe is its own address. Safe for
 * use by several threads.
 */
public final class PortProbes {

  private static final int MOST = 6;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_TOKENS = 1_000;

  private final Prober prober;
  private final InstantSource clock;
  private final Map<TokenHash, Deque<Instant>> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenHash, Deque<Instant>> eldest) {
          return size() > MOST_TOKENS;
        }
      };

  public PortProbes(Prober prober, InstantSource clock) {
    this.prober = prober;
    this.clock = clock;
  }

  /**
   * Probes a port.
   *
   * @param token whose limit it counts for
   * @return nothing where the token has had its share of this minute
   */
  public Optional<Reachability> probe(TokenHash token, IpAddress address, int port) {
    return admits(token) ? Optional.of(prober.probe(address, port)) : Optional.empty();
  }

  private synchronized boolean admits(TokenHash token) {
    Instant now = clock.instant();
    Deque<Instant> times = recent.computeIfAbsent(token, unused -> new ArrayDeque<>());
    times.removeIf(time -> !now.isBefore(time.plus(WINDOW)));
    if (times.size() >= MOST) {
      return false;
    }
    times.add(now);
    return true;
  }
}
