package io.github.dyn53.host;

import io.github.dyn53.dns.Hostname;
import java.util.List;

/** What happened to a host. */
public interface History {

  /**
   * The newest lines first.
   *
   * @param limit how many at the most
   * @throws StateUnavailableException when it failed to read them
   */
  List<Change> recent(Hostname hostname, int limit);
}
