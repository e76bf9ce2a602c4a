package io.github.dyn53.update;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Challenge;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A bounded memory of the challenges that this process has sent to their zones: of these alone it
 * can tell how far the name servers are. Safe for use by several threads.
 */
final class SentChallenges {

  private static final int MOST = 500;

  /**
   * "Generally within 60 seconds" all of Route 53's name servers have a change.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">Route
   *     53: ChangeResourceRecordSets</a>
   */
  private static final Duration SPREADS = Duration.ofSeconds(60);

  private final Set<Sent> sent = new LinkedHashSet<>();

  /** The time is part of it: the same value once more is another challenge. */
  private record Sent(Hostname hostname, Challenge challenge) {}

  /** Remembers what a request has published. */
  synchronized void remember(UpdateOutcome.Done done) {
    done.added()
        .forEach((hostname, challenge) -> {
          if (done.hosts().get(hostname) instanceof HostOutcome.Changed) {
            sent.add(new Sent(hostname, challenge));
          }
        });
    while (sent.size() > MOST) {
      sent.remove(sent.iterator().next());
    }
  }

  /**
   * When all name servers are bound to have what others have sent.
   *
   * @param notBefore when none of it was published yet
   * @return long ago where this process has sent all of it
   */
  synchronized Instant spread(UpdateOutcome.Done done, Instant notBefore) {
    return done.added().entrySet().stream()
        .filter(added -> !sent.contains(new Sent(added.getKey(), added.getValue())))
        .map(Map.Entry::getValue)
        .map(Challenge::since)
        .map(since -> (since.isAfter(notBefore) ? since : notBefore).plus(SPREADS))
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
