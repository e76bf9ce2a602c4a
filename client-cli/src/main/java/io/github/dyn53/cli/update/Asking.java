package io.github.dyn53.cli.update;

import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.Stop;
import io.github.dyn53.cli.update.Decision.Why;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.protocol.ReturnCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether there is reason to ask the endpoint.
 *
 * @param refresh after which a host is asked for although nothing changed
 */
record Asking(Duration refresh) {

  /** What a zone or an owner has refused may be allowed later without anything changing here. */
  private static final Duration DNSERR_RETRY = Duration.ofDays(1);

  /**
   * Whether it is settled that nothing is asked, whatever the sources would say: then they need not
   * be asked either, the endpoint among them.
   *
   * @param fingerprint of what would be asked with; taken only where a refusal stands
   */
  Optional<Decision> settled(HostState state, Look look, Supplier<String> fingerprint) {
    if (look.forced()) {
      return Optional.empty();
    }
    if (state.stop().isPresent()) {
      Stop stop = state.stop().get();
      boolean lasts =
          stop.code() != ReturnCode.DNSERR && stop.fingerprint().equals(fingerprint.get());
      return lasts ? Optional.of(new Decision.Stopped(stop)) : Optional.empty();
    }
    if (state.holdOff().isPresent()) {
      HoldOff hold = state.holdOff().get();
      boolean mended = look.networkChanged() && hold.unreachable();
      return mended || !look.now().isBefore(hold.until())
          ? Optional.empty()
          : Optional.of(new Decision.Held(hold));
    }
    return Optional.empty();
  }

  /**
   * Decides where nothing is settled.
   *
   * @param fingerprint of what would be asked with; taken only where a refusal stands
   */
  Decision decide(HostState state, Findings findings, Look look, Supplier<String> fingerprint) {
    Addresses wanted = findings.wanted();
    if (state.stop().isPresent()) {
      Stop stop = state.stop().get();
      if (stop.fingerprint().equals(fingerprint.get()) && !isWorthAnotherTry(stop, wanted, look)) {
        return new Decision.Stopped(stop);
      }
    }
    if (wanted.ipv4().isEmpty() && wanted.ipv6().isEmpty()) {
      return new Decision.NoAddress(findings.describe(), findings.withoutEndpoint());
    }
    Optional<Why> why = why(state, wanted, look);
    return why.isPresent() ? new Decision.Ask(wanted, why.get()) : new Decision.Nothing(wanted);
  }

  private static boolean isWorthAnotherTry(Stop stop, Addresses wanted, Look look) {
    return look.forced()
        || (stop.code() == ReturnCode.DNSERR
            && (!look.now().isBefore(stop.since().plus(DNSERR_RETRY))
                || differs(wanted, stop.addresses())));
  }

  private Optional<Why> why(HostState state, Addresses wanted, Look look) {
    if (look.forced()) {
      return Optional.of(Why.FORCED);
    }
    if (state.holdOff().isPresent() || state.stop().isPresent()) {
      return Optional.of(Why.RETRY);
    }
    if (state.sentAt().isEmpty()) {
      return Optional.of(Why.FIRST);
    }
    if (differs(wanted, state.sent())) {
      return Optional.of(Why.CHANGED);
    }
    return isDue(state.sentAt().get(), look.now()) ? Optional.of(Why.REFRESH) : Optional.empty();
  }

  private boolean isDue(Instant sentAt, Instant now) {
    return !now.isBefore(sentAt.plus(refresh));
  }

  /** Whether a family that is wanted stands differently there. */
  static boolean differs(Addresses wanted, Addresses there) {
    for (Family family : Family.values()) {
      Optional<IpAddress> address = wanted.of(family);
      if (address.isPresent() && !address.equals(there.of(family))) {
        return true;
      }
    }
    return false;
  }
}
