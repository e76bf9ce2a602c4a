package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.functions.admin.clients.Client;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.History;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.SpoiltHost;
import io.github.dyn53.publish.Publication;
import io.github.dyn53.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The commands on hosts. */
public final class HostCommands {

  /** An owner at a keyboard waits longer than a router. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private static final int MOST_HISTORY = 1_000;
  private static final int USUAL_HISTORY = 50;

  private final Hosts hosts;
  private final History history;
  private final Publisher publisher;
  private final Zones zones;
  private final ZonePlan plan;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Configurations configurations;

  /**
   * Makes the commands.
   *
   * @param zones where to look for record sets that are there already
   * @param plan tells which zone a name belongs in
   * @param random where the leases' ids come from; see {@link Lease#draw}
   * @param configurations what to enter into clients
   */
  public HostCommands(
      Hosts hosts,
      History history,
      Publisher publisher,
      Zones zones,
      ZonePlan plan,
      InstantSource clock,
      RandomGenerator random,
      Configurations configurations) {
    this.hosts = hosts;
    this.history = history;
    this.publisher = publisher;
    this.zones = zones;
    this.plan = plan;
    this.clock = clock;
    this.random = random;
    this.configurations = configurations;
  }

  Map<String, Object> add(Fields fields) {
    Hostname hostname = hostname(fields);
    Optional<String> zone = fields.optionalText("zone");
    Optional<Client> client =
        fields.optionalText("client").map(name -> configurations.client("client", name, hostname));
    SettingFields settings = SettingFields.of(fields);
    Membership membership = Membership.of(hosts, fields);
    boolean adopt = fields.optionalFlag("adopt").orElse(false);
    fields.refuseOthers();
    ZoneId zoneId = plan.zoneOf(hostname, zone);
    HostSettings applied = settings.applyTo(hostname, HostSettings.in(zoneId));
    Host bare = Host.added(hostname, applied.in(membership.groupOf(hostname, applied.group())));
    Adoption adoption = Adoption.in(zones, zoneId, bare.recordKeys()).allowedBy(adopt);
    Host host = bare.adopting(adoption.addresses(hostname.name()));
    List<HostSave> saves = new ArrayList<>();
    saves.add(HostSave.recorded(host, line(ChangeKind.ADDED, bare, host)));
    saves.addAll(membership.leaders(hostname, Group.NONE, clock.instant()));
    if (!hosts.save(saves)) {
      throw ExistingHosts.find(hosts, "hostname", hostname).isEmpty()
          ? changedMeanwhile()
          : new InvalidCommandException("hostname", "there is such a host already");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("host", Answers.host(host));
    answer.putAll(configurations.ofNew(hostname, client));
    return answer;
  }

  Map<String, Object> change(Fields fields) {
    Hostname hostname = hostname(fields);
    SettingFields settings = SettingFields.of(fields);
    Membership membership = Membership.of(hosts, fields);
    boolean adopt = fields.optionalFlag("adopt").orElse(false);
    fields.refuseOthers();
    Host before = existing(hostname);
    Group group = before.settings().group();
    HostSettings applied =
        settings.applyTo(hostname, before.settings()).in(membership.groupOf(hostname, group));
    Host after = leased(before, before.with(applied, clock.instant()));
    Set<RecordKey> added = new HashSet<>(after.recordKeys());
    added.removeAll(before.recordKeys());
    Adoption.in(zones, after.settings().zone(), added).allowedBy(adopt);
    List<HostSave> saves = new ArrayList<>();
    saves.add(HostSave.recorded(after, line(ChangeKind.SETTINGS, before, after)));
    saves.addAll(membership.leaders(hostname, group, clock.instant()));
    save(saves);
    if (after.isSettled()) {
      return Map.of("host", Answers.host(after));
    }
    publish(after);
    return Map.of("host", Answers.host(existing(hostname)));
  }

  Map<String, Object> list(Fields fields) {
    fields.refuseOthers();
    FoundHosts all = hosts.list();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "hosts",
        all.hosts().values().stream()
            .sorted(Comparator.comparing(host -> host.hostname().value()))
            .map(Answers::host)
            .toList());
    if (!all.spoilt().isEmpty()) {
      answer.put("spoilt", troubled(all.spoilt()).toList());
    }
    return answer;
  }

  private static Stream<Map<String, Object>> troubled(List<SpoiltHost> spoilt) {
    return spoilt.stream().sorted(Comparator.comparing(SpoiltHost::name)).map(Answers::trouble);
  }

  Map<String, Object> show(Fields fields) {
    Hostname hostname = hostname(fields);
    fields.refuseOthers();
    return Map.of("host", Answers.host(existing(hostname)));
  }

  /** What to enter into a client, or into each, so that it updates the host. */
  Map<String, Object> setup(Fields fields) {
    Hostname hostname = hostname(fields);
    Optional<String> client = fields.optionalText("client");
    fields.refuseOthers();
    existing(hostname);
    return client
        .map(name -> configurations.one(configurations.client("client", name, hostname), hostname))
        .orElseGet(() -> configurations.all(hostname));
  }

  /** Takes the host's records out of DNS first: what is forgotten can't be cleaned up. */
  Map<String, Object> remove(Fields fields) {
    Hostname hostname = hostname(fields);
    boolean keepRecords = fields.optionalFlag("keepRecords").orElse(false);
    fields.refuseOthers();
    Host host = leavingItsGroup(existing(hostname));
    if (!keepRecords) {
      Host off = leased(host, host.wantingNothing(clock.instant()));
      save(List.of(HostSave.recorded(off, line(ChangeKind.UPDATED, host, off))));
      publish(off);
      host = existing(hostname);
    }
    Host last = host.seen(clock.instant());
    if (!hosts.remove(HostSave.recorded(last, line(ChangeKind.REMOVED, host, last)))) {
      throw changedMeanwhile();
    }
    return Map.of("removed", hostname.value());
  }

  /** A host that is gone follows nobody, and is followed by nobody. */
  private Host leavingItsGroup(Host host) {
    Group group = host.settings().group();
    if (!group.followers().isEmpty()) {
      throw new InvalidCommandException(
          "hostname",
          "%s follows this host, first change it to \"follows\": \"none\""
              .formatted(group.followers().stream().map(Hostname::value).sorted().toList()));
    }
    if (group.leader().isEmpty()) {
      return host;
    }
    Membership none = Membership.none(hosts);
    Host alone = host.with(host.settings().in(Group.NONE), clock.instant());
    List<HostSave> saves = new ArrayList<>();
    saves.add(HostSave.recorded(alone, line(ChangeKind.SETTINGS, host, alone)));
    saves.addAll(none.leaders(host.hostname(), group, clock.instant()));
    save(saves);
    return alone;
  }

  /** How the whole stands: what waits to be published, and which hosts something is wrong with. */
  Map<String, Object> status(Fields fields) {
    fields.refuseOthers();
    FoundHosts found = hosts.list();
    Collection<Host> all = found.hosts().values();
    List<Host> pending =
        all.stream()
            .filter(host -> !host.isSettled())
            .sorted(Comparator.comparing(Host::pendingSince))
            .toList();
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("hosts", all.size() + found.spoilt().size());
    status.put("pending", pending.size());
    pending.stream()
        .findFirst()
        .ifPresent(oldest ->
            status.put(
                "oldestPending",
                Map.of(
                    "hostname",
                    oldest.hostname().value(),
                    "since",
                    oldest.pendingSince().toString())));
    status.put(
        "troubled",
        Stream.concat(
                troubled(found.spoilt()),
                all.stream()
                    .filter(host -> host.activity().lastFault().isPresent())
                    .sorted(Comparator.comparing(host -> host.hostname().value()))
                    .map(Answers::trouble))
            .toList());
    return Map.of("status", status);
  }

  Map<String, Object> history(Fields fields) {
    Hostname hostname = hostname(fields);
    int limit = fields.optionalInteger("limit", 1, MOST_HISTORY).orElse(USUAL_HISTORY);
    fields.refuseOthers();
    return Map.of(
        "history", history.recent(hostname, limit).stream().map(Answers::change).toList());
  }

  private static Hostname hostname(Fields fields) {
    String text = fields.text("hostname");
    return Hostname.parse(text)
        .orElseThrow(() ->
            new InvalidCommandException(
                "hostname", "is not a fully qualified host name: \"%s\"".formatted(text)));
  }

  private Host existing(Hostname hostname) {
    return ExistingHosts.find(hosts, "hostname", hostname)
        .orElseThrow(() -> new InvalidCommandException("hostname", "there is no such host"));
  }

  /** The next version with the lease taken, so that nobody else publishes the host meanwhile. */
  private Host leased(Host before, Host next) {
    Instant now = clock.instant();
    if (!before.isSettled() && !before.isFree(now)) {
      throw new InvalidCommandException(
          "hostname", "the host is being published just now: try again in a moment");
    }
    return next.leased(Lease.draw(random, now));
  }

  private Change line(ChangeKind kind, Host before, Host after) {
    return Change.of(kind, before, after, Actor.OWNER, clock.instant());
  }

  private void save(List<HostSave> saves) {
    if (!hosts.save(saves)) {
      throw changedMeanwhile();
    }
  }

  private static InvalidCommandException changedMeanwhile() {
    return new InvalidCommandException("hostname", "the host was changed meanwhile: try again");
  }

  private void publish(Host host) {
    Instant deadline = clock.instant().plus(BUDGET);
    switch (publisher.publish(List.of(host), deadline).get(host.hostname())) {
      case Publication.HandedOver(String reason) ->
          throw new InvalidCommandException(
              "hostname", "is saved and will be published later: " + reason);
      case Publication.Refused(String reason) ->
          throw new InvalidCommandException("hostname", "is saved but not published: " + reason);
      case Publication.Published() -> {}
      case null -> throw changedMeanwhile();
    }
  }
}
