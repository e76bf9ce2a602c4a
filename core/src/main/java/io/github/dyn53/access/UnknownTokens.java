package io.github.dyn53.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bounded memory of secrets that nobody holds, so that a router which repeats a wrong password
 * once a minute for ever costs no read. Safe for use by several threads.
 */
public final class UnknownTokens {

  private static final int MOST = 10_000;

  /**
   * Longer than the minute after which OpenWrt tries again, and still short: a token may come back
   * from a backup.
   */
  private static final Duration REMEMBERED = Duration.ofSeconds(90);

  private final Map<TokenHash, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenHash, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this hash was looked for in vain a short while ago. */
  public synchronized boolean contains(TokenHash hash, Instant now) {
    Instant end = until.get(hash);
    return end != null && now.isBefore(end);
  }

  /** Remembers that there is no token with this hash. */
  public synchronized void add(TokenHash hash, Instant now) {
    until.remove(hash);
    until.put(hash, now.plus(REMEMBERED));
  }
}
