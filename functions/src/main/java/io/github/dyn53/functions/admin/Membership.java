package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a command says of whom a host follows: both ends of it are saved together. */
final class Membership {

  private static final String FIELD = "follows";

  private final Hosts hosts;

  /** Absent where the command leaves it as it is, {@code none} for nobody. */
  private final Optional<String> asked;

  private Membership(Hosts hosts, Optional<String> asked) {
    this.hosts = hosts;
    this.asked = asked;
  }

  static Membership of(Hosts hosts, Fields fields) {
    return new Membership(hosts, fields.optionalText(FIELD));
  }

  /** The host is to follow nobody. */
  static Membership none(Hosts hosts) {
    return new Membership(hosts, Optional.of(SettingFields.NONE));
  }

  /**
   * The host's place once the command is carried out.
   *
   * @param before its place now
   * @throws InvalidCommandException where it can't follow whom the command names
   */
  Group groupOf(Hostname hostname, Group before) {
    if (asked.isEmpty()) {
      return before;
    }
    Optional<Hostname> leader = leader();
    if (leader.isEmpty()) {
      return new Group(Optional.empty(), before.followers());
    }
    if (!before.followers().isEmpty()) {
      throw wrong("others follow this host, and nobody follows a follower");
    }
    if (leader.get().equals(hostname)) {
      throw wrong("a host does not follow itself");
    }
    Group group =
        ExistingHosts.find(hosts, FIELD, leader.get())
            .orElseThrow(() -> wrong("there is no such host"))
            .settings()
            .group();
    if (group.leader().isPresent()) {
      throw wrong("%s follows %s itself".formatted(leader.get(), group.leader().get()));
    }
    if (!group.followers().contains(hostname) && group.followers().size() >= Group.MOST_FOLLOWERS) {
      throw wrong("%d hosts follow %s already".formatted(Group.MOST_FOLLOWERS, leader.get()));
    }
    return Group.following(leader.get());
  }

  /** The saves of the hosts that the host no longer follows and follows from now on. */
  List<HostSave> leaders(Hostname hostname, Group before, Instant now) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Optional<Hostname> next = leader();
    Set<Hostname> names = new LinkedHashSet<>();
    before.leader().ifPresent(names::add);
    next.ifPresent(names::add);
    Map<Hostname, Host> found =
        names.isEmpty() ? Map.of() : ExistingHosts.find(hosts, FIELD, names);
    List<HostSave> saves = new ArrayList<>();
    for (Hostname name : names) {
      Optional.ofNullable(found.get(name))
          .map(leader -> save(leader, hostname, next.equals(Optional.of(name)), now))
          .ifPresent(saves::add);
    }
    return saves;
  }

  private static HostSave save(Host leader, Hostname hostname, boolean follows, Instant now) {
    Group before = leader.settings().group();
    Group after = follows ? before.with(hostname) : before.without(hostname);
    Host next = leader.with(leader.settings().in(after), now);
    String note = hostname + (follows ? " follows" : " follows no longer");
    Change line = Change.of(ChangeKind.SETTINGS, leader, next, Actor.OWNER, now).noting(note);
    return HostSave.recorded(next, line);
  }

  private Optional<Hostname> leader() {
    return asked
        .filter(text -> !text.equals(SettingFields.NONE))
        .map(text ->
            Hostname.parse(text)
                .orElseThrow(
                    () -> wrong("must be a host name or \"none\", not \"%s\"".formatted(text))));
  }

  private static InvalidCommandException wrong(String message) {
    return new InvalidCommandException(FIELD, message);
  }
}
