package io.github.dyn53.cli.router;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * On which links a socket is a member of its group.
 *
 * @param <L> a link, which equals itself when it is listed again
 */
final class Memberships<L> {

  private final Links<L> links;
  private final Set<L> joined = new HashSet<>();

  /** Port: what is done with a link. Any can be gone by then. */
  interface Links<L> {

    /** Whether it leads to a network where a router may announce. */
    boolean isLan(L link) throws IOException;

    /** Makes the socket a member there. */
    void join(L link) throws IOException;
  }

  Memberships(Links<L> links) {
    this.links = links;
  }

  /** Joins on those of the links where that has not succeeded yet. */
  void renew(Collection<L> present) {
    joined.retainAll(present);
    for (L link : present) {
      try {
        renew(link);
      } catch (IOException e) {
        // Gone this moment, or a member still since it only went and came back. The others count.
        joined.remove(link);
      }
    }
  }

  private void renew(L link) throws IOException {
    if (!links.isLan(link)) {
      joined.remove(link);
    } else if (!joined.contains(link)) {
      links.join(link);
      joined.add(link);
    }
  }
}
