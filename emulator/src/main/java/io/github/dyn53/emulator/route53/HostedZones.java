package io.github.dyn53.emulator.route53;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Name;

/**
 * The hosted zones of the emulated account. Readers see whole batches or nothing of them, and never
 * wait; writers take turns.
 */
public final class HostedZones {
  private final ZoneStore store;
  private final RandomIds ids;
  private volatile List<HostedZone> zones;

  private HostedZones(ZoneStore store, RandomGenerator random) {
    this.store = store;
    this.ids = new RandomIds(random);
    this.zones = store.load();
  }

  /** Zones that are gone when the process ends. */
  public static HostedZones inMemory(RandomGenerator random) {
    return new HostedZones(ZoneStore.NONE, random);
  }

  /**
   * Zones that outlive the process: read from the file {@code zones.json} of {@code folder} where
   * it exists, and written there before a change is visible.
   *
   * @throws UncheckedIOException if the folder cannot be used or the file cannot be read
   */
  public static HostedZones kept(Path folder, RandomGenerator random) {
    return new HostedZones(new ZoneFile(folder), random);
  }

  RandomIds ids() {
    return ids;
  }

  /** All zones, oldest first. */
  public List<HostedZone> all() {
    return zones;
  }

  /** The zone with this id, which may have its {@code /hostedzone/} prefix. */
  public Optional<HostedZone> find(String id) {
    var bare = id.substring(id.lastIndexOf('/') + 1);
    return zones.stream().filter(zone -> zone.id().equals(bare)).findFirst();
  }

  /** The oldest zone with exactly this name; case and the trailing dot do not matter. */
  public Optional<HostedZone> findByName(String name) {
    return zones.stream().filter(zone -> isNamed(zone, name)).findFirst();
  }

  static boolean isNamed(HostedZone zone, String name) {
    try {
      return zone.name().equals(Names.read(name));
    } catch (InvalidValueException e) {
      return false;
    }
  }

  /**
   * The zone whose apex is the longest suffix of {@code name}: the one that answers for it in DNS.
   */
  public Optional<HostedZone> enclosing(Name name) {
    HostedZone closest = null;
    for (var zone : zones) {
      if (name.subdomain(zone.name())
          && (closest == null || zone.name().labels() > closest.name().labels())) {
        closest = zone;
      }
    }
    return Optional.ofNullable(closest);
  }

  /**
   * Makes a zone with nothing but its SOA and NS records.
   *
   * @throws IllegalArgumentException if {@code name} is not a domain name
   * @throws UncheckedIOException if the zones are kept and could not be written; then there is no
   *     new zone
   */
  public HostedZone create(String name) {
    try {
      return create(Names.read(name), UUID.randomUUID().toString(), "").orElseThrow();
    } catch (InvalidValueException e) {
      throw new IllegalArgumentException("not a zone name: " + e.getMessage(), e);
    }
  }

  /** Empty if a zone with this caller reference exists. */
  synchronized Optional<HostedZone> create(Name name, String callerReference, String comment) {
    if (zones.stream()
        .anyMatch(zone -> zone.description().callerReference().equals(callerReference))) {
      return Optional.empty();
    }
    var zone =
        HostedZone.fresh(
            new ZoneDescription(ids.next('Z'), name, callerReference, comment, ids.nameServers()));
    var more = new ArrayList<>(zones);
    more.add(zone);
    replace(more);
    return Optional.of(zone);
  }

  /** Puts what {@code edit} makes of the zone in its place; empty if there is no such zone. */
  synchronized Optional<HostedZone> edit(String id, UnaryOperator<HostedZone> edit) {
    return find(id).map(edit).map(this::put);
  }

  private HostedZone put(HostedZone edited) {
    replace(zones.stream().map(zone -> zone.id().equals(edited.id()) ? edited : zone).toList());
    return edited;
  }

  /** Deletes a zone that has nothing but its SOA and NS records; false if it has more. */
  synchronized boolean deleteIfBare(String id) {
    if (find(id).filter(zone -> !zone.isBare()).isPresent()) {
      return false;
    }
    replace(zones.stream().filter(zone -> !zone.id().equals(id)).toList());
    return true;
  }

  private void replace(List<HostedZone> newZones) {
    // Saved first: whoever reads a zone must not see what a restart would forget.
    store.save(newZones);
    zones = List.copyOf(newZones);
  }
}
