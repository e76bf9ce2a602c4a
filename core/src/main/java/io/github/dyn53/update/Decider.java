package io.github.dyn53.update;

import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;
import io.github.dyn53.host.Activity;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.HostSettings;
import io.github.dyn53.host.Lease;
import io.github.dyn53.host.Pending;
import io.github.dyn53.host.SpecialAddresses;
import io.github.dyn53.host.SpoiltHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides what a request means for each host, given what was found. */
final class Decider {

  /** How often "seen" is written: on every request it would cost more than all the rest. */
  private static final Duration SEEN_EVERY = Duration.ofHours(1);

  private static final String BUSY = "left to the writer who holds the lease";
  private static final String STORM = "left to the publisher in a storm of changes";

  private final Token token;
  private final Actor actor;
  private final Instant now;
  private final boolean storm;
  private final Lease lease;

  /**
   * Makes a decider.
   *
   * @param leaseId the same for all attempts of one request, and of no other
   */
  Decider(Token token, boolean storm, UpdateRequest request, Instant now, long leaseId) {
    this.token = token;
    this.storm = storm;
    this.actor = new Actor(token.name(), request.client(), request.source().text());
    this.now = now;
    this.lease = new Lease(leaseId, now.plus(Lease.LASTS));
  }

  /**
   * Decides.
   *
   * @param attempted the wish that an earlier attempt of this request tried to save
   */
  Decision decide(HostUpdate update, Optional<Host> found, Optional<Host> attempted) {
    if (found.isPresent() && found.equals(attempted)) {
      // It was saved, and the answer lost on its way to the client library, which tried again.
      return decided(found.get());
    }
    return decide(update, found);
  }

  /** Decides for a host that would move more hosts, itself among them, than the token may. */
  Decision tooWide(HostUpdate update, Optional<Host> found) {
    if (found.isEmpty() || !mayUpdate(update)) {
      return settle(new HostOutcome.NoHost());
    }
    String text =
        "too many hosts: %s may move %d at once".formatted(token.name(), token.limits().hosts());
    return refuse(found.get(), new HostOutcome.OverLimit(text), text);
  }

  /** Decides for a host that can't be read, of which only those learn who may update it. */
  Decision decide(HostUpdate update, SpoiltHost spoilt) {
    return settle(
        mayUpdate(update)
            ? new HostOutcome.Unreadable(spoilt.describe())
            : new HostOutcome.NoHost());
  }

  /** Decides for a follower that can't be read. */
  Decision follow(SpoiltHost follower) {
    return settle(new HostOutcome.Unreadable(follower.fault()));
  }

  private boolean mayUpdate(HostUpdate update) {
    return token.mayUpdate(update.hostname(), update.types(), now);
  }

  private Decision decided(Host saved) {
    if (!saved.isLeased(now)) {
      return settle(new HostOutcome.HandedOver(STORM));
    }
    boolean own = saved.lease().filter(held -> held.id() == lease.id()).isPresent();
    return own
        ? new Decision.Publish(saved, Optional.empty())
        : settle(new HostOutcome.HandedOver(BUSY));
  }

  private Decision decide(HostUpdate update, Optional<Host> found) {
    if (found.isEmpty() || !mayUpdate(update)) {
      return settle(new HostOutcome.NoHost());
    }
    Host host = found.get();
    if (host.settings().blocked()) {
      return settle(new HostOutcome.Blocked());
    }
    if (update.challenge().isPresent()) {
      return challenge(host, update.challenge().get());
    }
    return addresses(host, update, "");
  }

  /**
   * Decides for a host that follows another: whoever may update that one moves this one with it.
   *
   * @param asked what is asked of the leader
   * @param attempted the wish that an earlier attempt of this request tried to save
   */
  Decision follow(Host leader, HostUpdate asked, Host follower, Optional<Host> attempted) {
    if (Optional.of(follower).equals(attempted)) {
      return decided(follower);
    }
    if (follower.settings().blocked()) {
      return settle(new HostOutcome.Blocked());
    }
    HostUpdate own = asked.forFollower(follower, leader.settings());
    String note = "follows " + leader.hostname();
    Decision whole = addresses(follower, own, note);
    return refusal(whole)
        .flatMap(refused -> otherFamily(follower, own, note + ", " + refused))
        .orElse(whole);
  }

  /**
   * The leader's addresses are of no use to a follower in one family only: the other still moves.
   * Whoever asks for a host by its name is told, and asks again.
   */
  private Optional<Decision> otherFamily(Host follower, HostUpdate asked, String note) {
    return Stream.of(Family.values())
        .map(family -> addresses(follower, asked.keeping(family), note))
        .filter(decision -> !(decision instanceof Decision.Settle))
        .findFirst();
  }

  private static Optional<String> refusal(Decision decision) {
    if (!(decision instanceof Decision.Settle settle)) {
      return Optional.empty();
    }
    return switch (settle.outcome()) {
      case HostOutcome.AddressRefused refused -> Optional.of(refused.describe());
      case HostOutcome.SubnetRefused refused -> Optional.of(refused.describe());
      default -> Optional.empty();
    };
  }

  private Decision addresses(Host host, HostUpdate asked, String note) {
    Optional<HostOutcome.SubnetRefused> misfit = misfit(host.settings(), asked);
    if (misfit.isPresent()) {
      return refuse(host, misfit.get(), misfit.get().describe());
    }
    HostUpdate update = asked.behindPrefix(host.settings());
    Map<Family, AddressChange> changes = new EnumMap<>(Family.class);
    List<String> notes = new ArrayList<>();
    if (!note.isEmpty()) {
      notes.add(note);
    }
    // In the order of the families: two refused addresses are described alike each time.
    for (Family family : new TreeSet<>(host.settings().families())) {
      AddressChange change = update.of(family);
      Optional<HostOutcome.AddressRefused> unreachable = unreachable(change);
      if (unreachable.isEmpty() || policy(host) == SpecialAddresses.PUBLISH) {
        changes.put(family, change);
      } else if (policy(host) == SpecialAddresses.REFUSE) {
        return refuse(host, unreachable.get(), unreachable.get().describe());
      }
      unreachable.ifPresent(special -> notes.add(note(special, changes.containsKey(family))));
    }
    return decide(host, HostUpdate.ofAddresses(host.hostname(), changes), String.join(", ", notes));
  }

  private static Optional<HostOutcome.SubnetRefused> misfit(
      HostSettings settings, HostUpdate asked) {
    boolean takesPrefix =
        settings.interfaceId().isPresent() && settings.families().contains(Family.IPV6);
    return asked
        .prefix()
        .filter(prefix -> takesPrefix && !prefix.holds(settings.subnet()))
        .map(prefix -> new HostOutcome.SubnetRefused(prefix, settings.subnet()));
  }

  private Decision challenge(Host host, ChallengeChange change) {
    if (host.hostname().challengeName().isEmpty()) {
      return settle(new HostOutcome.NoHost());
    }
    List<Challenge> asked = change.applyTo(host.challenges(), now);
    int most = token.limits().challenges();
    if (most < Limits.MOST_CHALLENGES && asked.size() > most && asked.size() > live(host)) {
      String text = "too many challenges: %s may have %d of a host".formatted(token.name(), most);
      return refuse(host, new HostOutcome.OverLimit(text), text);
    }
    if (!asked.equals(host.challenges())) {
      Host next = host.challenging(asked, now);
      // A challenge may always be taken away again: what is left behind would be worse.
      return change instanceof ChallengeChange.Add
          ? limited(host, next.counted(now), change.note())
          : wish(host, next, change.note());
    }
    return host.isSettled() ? settle(new HostOutcome.Unchanged()) : unsettled(host);
  }

  private int live(Host host) {
    return host.liveChallenges(now).size();
  }

  private static SpecialAddresses policy(Host host) {
    return host.settings().specialAddresses();
  }

  private static Optional<HostOutcome.AddressRefused> unreachable(AddressChange change) {
    return change instanceof AddressChange.Set(IpAddress address)
        ? SpecialPurpose.of(address)
            .map(purpose -> new HostOutcome.AddressRefused(address, purpose))
        : Optional.empty();
  }

  /** What the history says of an address that the world can't reach. */
  private static String note(HostOutcome.AddressRefused special, boolean published) {
    String word = special.purpose().word();
    return published ? word : word + ": " + special.address() + " was passed over";
  }

  private Decision decide(Host host, HostUpdate update, String note) {
    Addresses asked = update.applyTo(host.wanted());
    if (!asked.equals(host.wanted())) {
      return limited(host, host.wanting(asked, now), note);
    }
    if (!host.isSettled()) {
      return unsettled(host);
    }
    boolean due = host.activity().lastSeen().map(this::isLongAgo).orElse(true);
    return new Decision.Settle(
        new HostOutcome.Unchanged(),
        due ? Optional.of(HostSave.silent(host.seen(now))) : Optional.empty());
  }

  private boolean isLongAgo(Instant seen) {
    return Duration.between(seen, now).compareTo(SEEN_EVERY) >= 0;
  }

  private Decision limited(Host host, Host wanting, String note) {
    int most = token.limits().changesPerHour();
    if (host.activity().changesThisHour(now) < most) {
      return wish(host, wanting, note);
    }
    String text =
        "too many changes: %s may change a host %d times an hour".formatted(token.name(), most);
    return refuse(host, new HostOutcome.OverLimit(text), text);
  }

  private Decision wish(Host host, Host wanting, String note) {
    boolean busy = !host.isSettled() && !host.isFree(now);
    Host next = busy ? wanting : publishedBy(wanting);
    Change change = Change.of(ChangeKind.UPDATED, host, next, actor, now).noting(note);
    HostSave save = HostSave.recorded(next, change);
    if (busy) {
      return new Decision.Deposit(new HostOutcome.HandedOver(BUSY), save);
    }
    return storm
        ? new Decision.Deposit(new HostOutcome.HandedOver(STORM), save)
        : new Decision.Publish(save.host(), Optional.of(save));
  }

  /** The same wish again, which is not known to be published. */
  private Decision unsettled(Host host) {
    if (!host.isFree(now)) {
      return settle(new HostOutcome.HandedOver(BUSY));
    }
    boolean waits = host.pending().flatMap(Pending::handedOver).isPresent();
    if (storm && waits) {
      return settle(new HostOutcome.HandedOver(STORM));
    }
    HostSave save = HostSave.silent(publishedBy(host.seen(now)));
    return storm
        ? new Decision.Deposit(new HostOutcome.HandedOver(STORM), save)
        : new Decision.Publish(save.host(), Optional.of(save));
  }

  /** Whoever saves a wish publishes it, unless Route 53's budget is the publisher's. */
  private Host publishedBy(Host next) {
    return storm ? next.handedOver(now) : next.leased(lease);
  }

  /** A client that repeats itself is noted once, not each time. */
  private Decision refuse(Host host, HostOutcome refused, String text) {
    if (hasFault(host.activity(), text)) {
      return settle(refused);
    }
    return new Decision.Settle(refused, Optional.of(fault(host, ChangeKind.REFUSED, text)));
  }

  private static boolean hasFault(Activity activity, String text) {
    return activity.lastFault().map(Fault::text).equals(Optional.of(text));
  }

  private HostSave fault(Host host, ChangeKind kind, String text) {
    Host next = host.failed(text, now);
    return HostSave.recorded(next, Change.of(kind, host, next, actor, now).noting(text));
  }

  private static Decision settle(HostOutcome outcome) {
    return new Decision.Settle(outcome, Optional.empty());
  }
}
