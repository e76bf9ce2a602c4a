package io.github.dyn53;

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
import io.github.dyn53.update.Snapshot;
import io.github.dyn53.update.Snapshots;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Ports that write what is asked of them into a journal and pass it on. */
final class JournalPorts {

  private JournalPorts() {}

  record JournalSnapshots(Snapshots snapshots, Journal journal) implements Snapshots {
    @Override
    public Snapshot read(TokenHash token, Collection<Hostname> hostnames) {
      return journal.around("look", () -> snapshots.read(token, hostnames));
    }
  }

  record JournalHosts(Hosts hosts, Journal journal) implements Hosts {
    @Override
    public FoundHosts read(Collection<Hostname> hostnames) {
      return journal.around("read", () -> hosts.read(hostnames));
    }

    @Override
    public FoundHosts list() {
      return journal.around("list", hosts::list);
    }

    @Override
    public boolean save(List<HostSave> saves) {
      return journal.around("save", () -> hosts.save(saves));
    }

    @Override
    public boolean remove(HostSave last) {
      return journal.around("remove", () -> hosts.remove(last));
    }
  }

  record JournalZones(Zones zones, Journal journal) implements Zones {
    @Override
    public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
      journal.around(
          "change",
          () -> {
            zones.change(zone, changes, timeLimit);
            return changes;
          });
    }

    @Override
    public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
      return journal.around("find", () -> zones.find(zone, key, timeLimit));
    }

    @Override
    public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
      return journal.around("page", () -> zones.list(zone, from, timeLimit));
    }
  }
}
