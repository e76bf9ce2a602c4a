package io.github.dyn53.simulation;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import io.github.dyn53.host.Fault;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Silence;
import io.github.dyn53.host.SilencePolicy;
import io.github.dyn53.update.HostUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges what becomes of hosts that nobody updates for longer than they may be silent. */
final class SilenceLedger {

  /** How long after its decision a save may be carried out: a request is over by then. */
  private static final Duration LATE = Duration.ofSeconds(15);

  private final Map<Hostname, Instant> heardOf = new HashMap<>();
  private final InstantSource clock;
  private final Consumer<String> complaints;

  SilenceLedger(InstantSource clock, Consumer<String> complaints) {
    this.clock = clock;
    this.complaints = complaints;
  }

  /** Whether a save sees to a host's silence. */
  static boolean isOf(HostSave save) {
    return save.change().map(Change::kind).equals(Optional.of(ChangeKind.SILENT));
  }

  /** A host was saved by a writer who was asked for this, or for nothing. */
  void saved(Host before, HostSave save, Optional<HostUpdate> asked) {
    Host after = save.host();
    boolean sees =
        !after.wanted().equals(before.wanted())
            || !after.activity().lastSeen().equals(before.activity().lastSeen());
    if (asked.isPresent() && sees) {
      heardOf.put(after.hostname(), clock.instant());
    }
    if (isOf(save)) {
      judge(before, save);
    }
  }

  private void judge(Host before, HostSave save) {
    Host after = save.host();
    Optional<Silence> silence = before.settings().silence();
    Instant heard = heardOf.getOrDefault(after.hostname(), Instant.MIN);
    if (silence.map(Silence::limit).filter(limit -> isOver(heard, limit)).isEmpty()) {
      complaints.accept(
          "2: %s is silent, but was heard of at %s".formatted(after.hostname(), heard));
    }
    Addresses granted =
        silence.map(Silence::policy).equals(Optional.of(SilencePolicy.WITHDRAW))
            ? Addresses.NONE
            : before.wanted();
    if (!after.wanted().equals(granted)) {
      complaints.accept("2: %s wants %s".formatted(after.hostname(), after.wanted()));
    }
  }

  private boolean isOver(Instant heard, Duration limit) {
    return heard.plus(limit).isBefore(clock.instant().plus(LATE));
  }

  /** A sweep is over that nothing disturbed: each host it found settled was seen to. */
  void swept(FoundHosts before, FoundHosts after, Instant began) {
    for (Host old : before.hosts().values()) {
      Host host = after.host(old.hostname()).orElseThrow();
      old.settings()
          .silence()
          .filter(silence -> old.isSettled() && isSilent(old, silence, began))
          .filter(silence -> !isSeenTo(host, silence.policy()))
          .ifPresent(silence ->
              complaints.accept(
                  "1: %s: its silence was not seen to: %s".formatted(host.hostname(), silence)));
    }
  }

  private static boolean isSilent(Host host, Silence silence, Instant at) {
    return host.activity()
        .lastSeen()
        .filter(seen -> seen.plus(silence.limit()).isBefore(at))
        .isPresent();
  }

  private static boolean isSeenTo(Host host, SilencePolicy policy) {
    return switch (policy) {
      case WITHDRAW -> host.wanted().equals(Addresses.NONE);
      // A host says one thing at a time: first what is wrong with what it waits for.
      case MARK ->
          !host.isSettled()
              || host.activity()
                  .lastFault()
                  .map(Fault::text)
                  .orElse("")
                  .startsWith("not updated since");
    };
  }
}
