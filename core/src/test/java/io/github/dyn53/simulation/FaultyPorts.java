package io.github.dyn53.simulation;

import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Lease;
import io.github.dyn53.publish.Storms;
import io.github.dyn53.publish.Turns;
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ports, each call of which takes its time and may go wrong. */
final class FaultyPorts {

  private FaultyPorts() {}

  record FaultySnapshots(Snapshots snapshots, Faults faults) implements Snapshots {
    @Override
    public Snapshot read(TokenHash token, Collection<Hostname> hostnames) {
      return faults.state("look", () -> snapshots.read(token, hostnames));
    }
  }

  record FaultyHosts(Hosts hosts, Faults faults) implements Hosts {
    @Override
    public FoundHosts read(Collection<Hostname> hostnames) {
      return faults.state("read", () -> hosts.read(hostnames));
    }

    @Override
    public FoundHosts list() {
      return faults.state("list", hosts::list);
    }

    @Override
    public boolean save(List<HostSave> saves) {
      return faults.save(() -> hosts.save(saves));
    }

    @Override
    public boolean remove(HostSave last) {
      return faults.state("remove", () -> hosts.remove(last));
    }
  }

  record FaultyStorms(Storms storms, Faults faults) implements Storms {
    @Override
    public void declare(Instant until) {
      faults.state(
          "declare a storm",
          () -> {
            storms.declare(until);
            return until;
          });
    }

    @Override
    public Optional<Instant> until() {
      return faults.state("ask for a storm", storms::until);
    }
  }

  record FaultyTurns(Turns turns, Faults faults) implements Turns {
    @Override
    public boolean take(ZoneId zone, Lease turn, Instant now) {
      return faults.state("take a turn", () -> turns.take(zone, turn, now));
    }

    @Override
    public void giveBack(ZoneId zone, Lease turn) {
      faults.state(
          "give a turn back",
          () -> {
            turns.giveBack(zone, turn);
            return turn;
          });
    }
  }

  record FaultyZones(Zones zones, Faults faults) implements Zones {
    @Override
    public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
      faults.zone(
          "change",
          timeLimit,
          () -> {
            zones.change(zone, changes, timeLimit);
            return changes;
          });
    }

    @Override
    public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
      return faults.zone("find", timeLimit, () -> zones.find(zone, key, timeLimit));
    }

    @Override
    public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
      return faults.zone("list", timeLimit, () -> zones.list(zone, from, timeLimit));
    }
  }
}
