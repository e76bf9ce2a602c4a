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
import java.util.Optional;
import java.util.stream.Stream;

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
  private final SentChallenges sent = new SentChallenges();

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
    return change(
        new UpdateRequest(
            client.secret(),
            client.source(),
            client.name(),
            List.of(HostUpdate.ofChallenge(hostname, change))));
  }

  /**
   * Carries out changes of several hosts at once, so that one wait does for all of them.
   *
   * @param request asks for challenges only
   */
  public ChallengeOutcome change(UpdateRequest request) {
    Instant end = clock.instant().plus(patience);
    Instant unpublished = Instant.MIN;
    UpdateOutcome outcome = updater.update(request);
    // Asked again it changes nothing, and says when somebody else has published it.
    while (isHandedOver(outcome) && !isOver(end)) {
      unpublished = clock.instant();
      sleeper.sleep(PAUSE);
      outcome = updater.update(request);
    }
    return switch (outcome) {
      case UpdateOutcome.Unauthenticated() -> new ChallengeOutcome.Unauthenticated();
      case UpdateOutcome.Unavailable(String reason) -> new ChallengeOutcome.Unavailable(reason);
      case UpdateOutcome.Done done -> {
        sent.remember(done);
        Instant spread = sent.spread(done, unpublished);
        Instant until = adds(request) ? end : clock.instant();
        boolean changed = !unpublished.equals(Instant.MIN) || isChanged(done);
        yield problem(done)
            .orElseGet(() -> new ChallengeOutcome.Done(awaitSync(spread, until), changed));
      }
    };
  }

  /** Nobody is about to look for what has gone: its client is only told how it is. */
  private static boolean adds(UpdateRequest request) {
    return Stream.concat(
            request.updates().stream().map(HostUpdate::challenge),
            request.labels().stream().map(LabelUpdate::challenge))
        .flatMap(Optional::stream)
        .anyMatch(change -> change.added().isPresent());
  }

  private static boolean isHandedOver(UpdateOutcome outcome) {
    return outcome instanceof UpdateOutcome.Done done
        && done.hosts().values().stream().anyMatch(HostOutcome.HandedOver.class::isInstance);
  }

  private static boolean isChanged(UpdateOutcome.Done done) {
    return done.hosts().values().stream().anyMatch(HostOutcome.Changed.class::isInstance);
  }

  /** What keeps the whole from being done: what is wrong with the first host something is. */
  private static Optional<ChallengeOutcome> problem(UpdateOutcome.Done done) {
    return done.hosts().isEmpty()
        ? Optional.of(new ChallengeOutcome.NotAllowed())
        : done.hosts().values().stream().flatMap(own -> problem(own).stream()).findFirst();
  }

  private static Optional<ChallengeOutcome> problem(HostOutcome outcome) {
    return switch (outcome) {
      case HostOutcome.Changed() -> Optional.empty();
      case HostOutcome.Unchanged() -> Optional.empty();
      case HostOutcome.HandedOver(String reason) ->
          Optional.of(new ChallengeOutcome.Unavailable("not published in time: " + reason));
      case HostOutcome.ZoneRefused(String reason) ->
          Optional.of(new ChallengeOutcome.Unavailable(reason));
      case HostOutcome.NoHost() -> Optional.of(new ChallengeOutcome.NotAllowed());
      case HostOutcome.Unreadable(String reason) ->
          Optional.of(new ChallengeOutcome.Unavailable(reason));
      case HostOutcome.Blocked() -> Optional.of(new ChallengeOutcome.NotAllowed());
      case HostOutcome.OverLimit(String reason) ->
          Optional.of(new ChallengeOutcome.OverLimit(reason));
      case HostOutcome.AddressRefused unused ->
          throw new IllegalStateException("there is no address in a challenge");
      case HostOutcome.SubnetRefused unused ->
          throw new IllegalStateException("there is no prefix in a challenge");
    };
  }

  /** Of what another process has sent only its age is known. */
  private boolean awaitSync(Instant spread, Instant end) {
    try {
      while (clock.instant().isBefore(spread) || !propagation.isInSync(TIME_LIMIT)) {
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
