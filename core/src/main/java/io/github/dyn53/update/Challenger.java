package io.github.dyn53.update;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Propagation;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.publish.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Carries out an update of challenges and waits until a certificate authority can see it: an ACME
 * client takes the reply for leave to go on. A wait costs nothing but time, so that there is one.
 */
public final class Challenger {

  /** Route 53 is in sync within a minute, and mostly much sooner; a request to ask is cheap. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  private final Updater updater;
  private final Propagation propagation;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * Makes a challenger.
   *
   * @param patience how long a request may wait in all
   */
  public Challenger(
      Updater updater,
      Propagation propagation,
      Sleeper sleeper,
      InstantSource clock,
      Duration patience) {
    this.updater = updater;
    this.propagation = propagation;
    this.sleeper = sleeper;
    this.clock = clock;
    this.patience = patience;
  }

  /** Who asks: what it showed, where it came from and what it calls itself. */
  public record Client(Secret secret, IpAddress source, String name) {}

  /** Carries out one change. */
  public ChallengeOutcome change(Client client, Hostname hostname, ChallengeChange change) {
    Instant end = clock.instant().plus(patience);
    var request =
        new UpdateRequest(
            client.secret(),
            client.source(),
            client.name(),
            List.of(HostUpdate.ofChallenge(hostname, change)));
    UpdateOutcome outcome = updater.update(request);
    // Asked again it changes nothing, and says when somebody else has published it.
    while (isHandedOver(outcome, hostname) && !isOver(end)) {
      sleeper.sleep(PAUSE);
      outcome = updater.update(request);
    }
    return switch (outcome) {
      case UpdateOutcome.Unauthenticated() -> new ChallengeOutcome.Unauthenticated();
      case UpdateOutcome.Unavailable(String reason) -> new ChallengeOutcome.Unavailable(reason);
      case UpdateOutcome.Done done -> judge(outcome(done, hostname), syncBy(change, end));
    };
  }

  /** Nobody is about to look for what has gone: its client is only told how it is. */
  private Instant syncBy(ChallengeChange change, Instant end) {
    return switch (change) {
      case ChallengeChange.Add unused -> end;
      case ChallengeChange.Remove unused -> clock.instant();
      case ChallengeChange.Clear() -> clock.instant();
    };
  }

  private static boolean isHandedOver(UpdateOutcome outcome, Hostname hostname) {
    return outcome instanceof UpdateOutcome.Done done
        && outcome(done, hostname) instanceof HostOutcome.HandedOver;
  }

  private static HostOutcome outcome(UpdateOutcome.Done done, Hostname hostname) {
    return done.hosts().getOrDefault(hostname, new HostOutcome.NoHost());
  }

  private ChallengeOutcome judge(HostOutcome outcome, Instant end) {
    return switch (outcome) {
      case HostOutcome.Changed() -> new ChallengeOutcome.Done(awaitSync(end));
      case HostOutcome.Unchanged() -> new ChallengeOutcome.Done(awaitSync(end));
      case HostOutcome.HandedOver(String reason) ->
          new ChallengeOutcome.Unavailable("not published in time: " + reason);
      case HostOutcome.ZoneRefused(String reason) -> new ChallengeOutcome.Unavailable(reason);
      case HostOutcome.NoHost() -> new ChallengeOutcome.NotAllowed();
      case HostOutcome.Unreadable(String reason) -> new ChallengeOutcome.Unavailable(reason);
      case HostOutcome.Blocked() -> new ChallengeOutcome.NotAllowed();
      case HostOutcome.OverLimit(String reason) -> new ChallengeOutcome.OverLimit(reason);
      case HostOutcome.AddressRefused unused ->
          throw new IllegalStateException("there is no address in a challenge");
      case HostOutcome.SubnetRefused unused ->
          throw new IllegalStateException("there is no prefix in a challenge");
    };
  }

  private boolean awaitSync(Instant end) {
    try {
      while (!propagation.isInSync(TIME_LIMIT)) {
        if (isOver(end)) {
          return false;
        }
        sleeper.sleep(PAUSE);
      }
      return true;
    } catch (ZoneUnavailableException | ZoneRefusedException e) {
      // The zone has it; how far its servers are is all that is not known.
      return false;
    }
  }

  private boolean isOver(Instant end) {
    return !clock.instant().plus(PAUSE).isBefore(end);
  }
}
