package io.github.dyn53.host;

import io.github.dyn53.dns.Hostname;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A host's place among hosts that move together: a leader, whom the router names, or one of those
 * that follow it. Nobody follows a follower.
 *
 * @param leader whom it follows
 * @param followers who follow it
 */
public record Group(Optional<Hostname> leader, Set<Hostname> followers) {

  /** The most hosts that may follow one. */
  public static final int MOST_FOLLOWERS = 50;

  /** No group: the host moves alone. */
  public static final Group NONE = new Group(Optional.empty(), Set.of());

  public Group {
    followers = Set.copyOf(followers);
    if (leader.isPresent() && !followers.isEmpty()) {
      throw new IllegalArgumentException("a follower has no followers");
    }
    if (followers.size() > MOST_FOLLOWERS) {
      throw new IllegalArgumentException("more than %d followers".formatted(MOST_FOLLOWERS));
    }
  }

  /** The place of one who follows. */
  public static Group following(Hostname leader) {
    return new Group(Optional.of(leader), Set.of());
  }

  /** The same with one more who follows. */
  public Group with(Hostname follower) {
    Set<Hostname> more = new HashSet<>(followers);
    more.add(follower);
    return new Group(leader, more);
  }

  /** The same without one who followed. */
  public Group without(Hostname follower) {
    Set<Hostname> less = new HashSet<>(followers);
    less.remove(follower);
    return new Group(leader, less);
  }
}
