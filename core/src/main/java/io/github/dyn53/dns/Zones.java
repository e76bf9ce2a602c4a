package io.github.dyn53.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The hosted zones that names are published in. */
public interface Zones {

  /**
   * Applies a batch of changes to one zone, all or none. Returns once the service has taken the
   * batch; its name servers follow within about a minute.
   *
   * @param timeLimit how long this may take in all, retries included
   * @throws ZoneUnavailableException when it can't be told or it may work later: throttled, busy,
   *     timed out. The batch may have been applied all the same.
   * @throws ZoneRefusedException when asking again would not help: no such zone, access denied, a
   *     change that the zone won't take. Nothing was applied.
   */
  void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit);

  /**
   * Looks up one record set.
   *
   * @return the record set, or nothing where the zone has none of that name and type
   * @throws ZoneUnavailableException when it failed to read the zone
   * @throws ZoneRefusedException when the zone can't be read, or the record set is of a kind that
   *     dyn53 never writes (an alias, or one of several under a routing policy)
   */
  Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit);

  /**
   * Lists record sets of the types that dyn53 writes, in the zone's order, a page at a time. A page
   * starts at the name and type asked for, or at what comes next where the zone has no such set.
   *
   * @param from where the page starts; absent for the first
   * @throws ZoneUnavailableException when it failed to read the zone
   * @throws ZoneRefusedException when the zone can't be read
   */
  ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit);
}
