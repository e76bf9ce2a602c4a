package io.github.dyn53.access;

/**
 * How much the bearer of a token may do. What is counted is on the hosts, which every request reads
 * anyway.
 *
 * @param changesPerHour how often one host may have been changed within an hour for it to change
 *     that host once more; changes that other tokens made of it count, those of other hosts do not
 * @param challenges how many challenges one host may have at a time through it; at the {@link
 *     #MOST_CHALLENGES most} the oldest gives way, below that a further one is refused
 * @param hosts how many hosts one request may move, those that follow others among them
 */
public record Limits(int changesPerHour, int challenges, int hosts) {

  /** What a host has room for at all. */
  public static final int MOST_CHALLENGES = 10;

  /** What one read of DynamoDB has room for, beside the token and the note of a storm. */
  public static final int MOST_HOSTS = 98;

  /** A line that breaks every few minutes stays below it; a client in a loop does not. */
  public static final Limits USUAL = new Limits(60, MOST_CHALLENGES, MOST_HOSTS);

  public Limits {
    if (changesPerHour < 1
        || challenges < 0
        || challenges > MOST_CHALLENGES
        || hosts < 1
        || hosts > MOST_HOSTS) {
      throw new IllegalArgumentException(
          "no limits: %d changes, %d challenges, %d hosts"
              .formatted(changesPerHour, challenges, hosts));
    }
  }

  /** The same with another number of changes. */
  public Limits withChangesPerHour(int changes) {
    return new Limits(changes, challenges, hosts);
  }
}
