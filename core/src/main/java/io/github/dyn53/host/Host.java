package io.github.dyn53.host;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.TxtValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A host: what is wanted of DNS, and what is known to be published.
 *
 * <p>{@link #wanting}, {@link #with}, {@link #taken}, {@link #confirmed}, {@link #seen} and the
 * like return the next version of a host, to be saved in its place; {@link #leased} and {@link
 * #handedOver} say of such a version who is to publish it.
 *
 * @param hostname its name
 * @param settings what the owner decided
 * @param wanted the newest wish
 * @param published what the zone was last known to hold
 * @param challenges what certificate authorities are to find, the newest last
 * @param pending what is left to publish; absent once {@code wanted} is published
 * @param version counts the writes; the next one must find the version it started from
 * @param activity when it was last heard of
 */
public record Host(
    Hostname hostname,
    HostSettings settings,
    Addresses wanted,
    Addresses published,
    List<Challenge> challenges,
    Optional<Pending> pending,
    long version,
    Activity activity) {

  public Host {
    challenges = List.copyOf(challenges);
  }

  /** A host that was never updated, ready to be saved for the first time. */
  public static Host added(Hostname hostname, HostSettings settings) {
    return new Host(
        hostname,
        settings,
        Addresses.NONE,
        Addresses.NONE,
        List.of(),
        Optional.empty(),
        1,
        Activity.NONE);
  }

  /** Whether DNS is known to answer with what is wanted. */
  public boolean isSettled() {
    return pending.isEmpty();
  }

  /** Since when something waits to be published; {@link Instant#MAX} while nothing does. */
  public Instant pendingSince() {
    return pending.map(Pending::since).orElse(Instant.MAX);
  }

  /** Whether something is pending that a writer holds who may still come back. */
  public boolean isLeased(Instant now) {
    return pending.filter(unsettled -> unsettled.isLeased(now)).isPresent();
  }

  /** Whether something is pending that any writer may take. */
  public boolean isFree(Instant now) {
    return pending.filter(unsettled -> unsettled.isFree(now)).isPresent();
  }

  /** The lease on what is pending, live or over. */
  public Optional<Lease> lease() {
    return pending.flatMap(Pending::lease);
  }

  /** The record sets that the zone is to hold for this host. */
  public Map<RecordKey, RecordSet> wantedRecordSets() {
    var recordSets = new LinkedHashMap<RecordKey, RecordSet>();
    addTo(recordSets, hostname.name());
    if (settings.wildcard()) {
      addTo(recordSets, hostname.wildcardName());
    }
    if (!challenges.isEmpty()) {
      List<TxtValue> values = challenges.stream().map(Challenge::value).distinct().toList();
      hostname
          .challengeName()
          .map(name -> RecordSet.of(name, Challenge.TTL, values))
          .ifPresent(recordSet -> recordSets.put(recordSet.key(), recordSet));
    }
    return recordSets;
  }

  /** Every record set that the host may ever publish, given its settings. */
  public Set<RecordKey> recordKeys() {
    Set<RecordKey> keys = new HashSet<>();
    for (Family family : settings.families()) {
      keys.add(new RecordKey(hostname.name(), family.recordType()));
      if (settings.wildcard()) {
        keys.add(new RecordKey(hostname.wildcardName(), family.recordType()));
      }
    }
    hostname.challengeName().map(name -> new RecordKey(name, RecordType.TXT)).ifPresent(keys::add);
    return keys;
  }

  /** The zone held these addresses before the host was added, and the owner wants them kept. */
  public Host adopting(Addresses held) {
    return new Host(hostname, settings, held, held, challenges, pending, version, activity);
  }

  private void addTo(Map<RecordKey, RecordSet> recordSets, DnsName name) {
    for (Family family : Family.values()) {
      wanted
          .of(family)
          .map(address -> RecordSet.of(name, settings.ttl(), address))
          .ifPresent(recordSet -> recordSets.put(recordSet.key(), recordSet));
    }
  }

  /** A client wishes for other addresses. */
  public Host wanting(Addresses addresses, Instant now) {
    return next(settings, addresses, activity.changed(now)).pendingSince(this, now);
  }

  /** Nobody is to come back for what the zone holds for this host: all of it is to go. */
  public Host wantingNothing(Instant now) {
    Host next =
        new Host(
            hostname,
            settings,
            Addresses.NONE,
            published,
            List.of(),
            pending,
            version + 1,
            activity.changed(now));
    return next.pendingSince(this, now);
  }

  /** A client, or their time, has other challenges in their place. */
  public Host challenging(List<Challenge> others, Instant now) {
    Host next =
        new Host(hostname, settings, wanted, published, others, pending, version + 1, activity);
    return next.pendingSince(this, now);
  }

  /** This same version, counted among the changes that clients made. */
  public Host counted(Instant now) {
    return new Host(
        hostname, settings, wanted, published, challenges, pending, version, activity.counted(now));
  }

  /** The challenge with this value. */
  public Optional<Challenge> challenge(TxtValue value) {
    return challenges.stream().filter(challenge -> challenge.value().equals(value)).findFirst();
  }

  /** The challenges whose time is not over. */
  public List<Challenge> liveChallenges(Instant now) {
    return challenges.stream().filter(challenge -> !challenge.isExpired(now)).toList();
  }

  /** Nobody updates the host any more: its addresses may be somebody else's by now. */
  public Host withdrawn(Instant now) {
    return next(settings, Addresses.NONE, activity).pendingSince(this, now);
  }

  /** The owner decided otherwise; what that changes in DNS becomes pending. */
  public Host with(HostSettings other, Instant now) {
    return next(other, allowedBy(other), activity).pendingSince(this, now);
  }

  /** A family that the host may no longer have goes. */
  private Addresses allowedBy(HostSettings other) {
    Addresses allowed = wanted;
    for (Family family : Family.values()) {
      allowed = other.families().contains(family) ? allowed : allowed.without(family);
    }
    return allowed;
  }

  /** The zone took everything that was pending. */
  public Host confirmed() {
    return new Host(
        hostname,
        settings,
        wanted,
        wanted,
        challenges,
        Optional.empty(),
        version + 1,
        activity.mended());
  }

  /** A client asked and nothing was to be done. */
  public Host seen(Instant now) {
    return next(settings, wanted, activity.seen(now));
  }

  /** Something went wrong that the owner should know of. */
  public Host failed(String text, Instant now) {
    return next(settings, wanted, activity.failed(text, now));
  }

  /** What is pending is taken over by a writer, who alone publishes it while the lease lasts. */
  public Host taken(Lease lease) {
    return next(settings, wanted, activity).leased(lease);
  }

  /** This same version, to be published by the writer who saves it. */
  public Host leased(Lease lease) {
    return withPending(pending.map(unsettled -> unsettled.leased(lease)));
  }

  /** This same version, to be published by the publisher from then on. */
  public Host handedOver(Instant from) {
    return withPending(pending.map(unsettled -> unsettled.handedOver(from)));
  }

  /** The writer who holds the lease could not publish what is pending; the publisher is to. */
  public Host givenUp(Instant from, String text, Instant now) {
    return failed(text, now).handedOver(from);
  }

  /** The zone refused what is pending: it waits for the next wish, or for the sweep. */
  public Host refused(String text, Instant now) {
    Host next = failed(text, now);
    return next.withPending(next.pending.map(Pending::parked));
  }

  /** The zone does not hold what was published. */
  public Host drifted(String text, Instant now) {
    return next(settings, wanted, activity.drifted(text, now));
  }

  /** This same version with record sets that are to be published once more. */
  public Host repairing(Set<RecordKey> keys, Instant now) {
    return pendingAlso(keys, now);
  }

  private Host pendingAlso(Set<RecordKey> keys, Instant now) {
    Set<RecordKey> all = new HashSet<>(keys);
    pending.ifPresent(unsettled -> all.addAll(unsettled.keys()));
    if (all.isEmpty()) {
      return withPending(Optional.empty());
    }
    return withPending(
        Optional.of(
            new Pending(
                pending.map(Pending::since).orElse(now),
                all,
                lease(),
                pending.flatMap(Pending::handedOver))));
  }

  private Host withPending(Optional<Pending> other) {
    return new Host(hostname, settings, wanted, published, challenges, other, version, activity);
  }

  private Host next(HostSettings nextSettings, Addresses nextWanted, Activity nextActivity) {
    return new Host(
        hostname,
        nextSettings,
        nextWanted,
        published,
        challenges,
        pending,
        version + 1,
        nextActivity);
  }

  /** What an unconfirmed earlier wish may have touched stays pending with what this one touches. */
  private Host pendingSince(Host before, Instant now) {
    Map<RecordKey, RecordSet> old = before.wantedRecordSets();
    Map<RecordKey, RecordSet> current = wantedRecordSets();
    Set<RecordKey> keys = new HashSet<>(old.keySet());
    keys.addAll(current.keySet());
    keys.removeIf(key -> Objects.equals(old.get(key), current.get(key)));
    return pendingAlso(keys, now);
  }
}
