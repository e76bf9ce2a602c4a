package io.github.dyn53.cli.state;

import io.github.dyn53.dns.Addresses;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one host.
 *
 * @param sent the addresses the endpoint took last
 * @param sentAt when it took them
 * @param lastAnswer what became of the last request, in a word
 * @param answeredAt when that was
 * @param complainedAt when a person was last told that something is wrong
 * @param addresslessAt when a person was last told that there is no address; none as soon as there
 *     is one
 */
public record HostState(
    Addresses sent,
    Optional<Instant> sentAt,
    Optional<String> lastAnswer,
    Optional<Instant> answeredAt,
    Optional<Stop> stop,
    Optional<HoldOff> holdOff,
    Optional<Instant> complainedAt,
    Optional<Instant> addresslessAt) {

  /** A host never asked for. */
  public static final HostState NEW =
      new HostState(
          Addresses.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The endpoint holds these addresses now; all trouble is over. */
  public HostState accepted(Addresses addresses, String answer, Instant now) {
    return new HostState(
        addresses,
        Optional.of(now),
        Optional.of(answer),
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The endpoint will not have it. */
  public HostState stopped(Stop why) {
    return new HostState(
        sent,
        sentAt,
        Optional.of(why.code().word()),
        Optional.of(why.since()),
        Optional.of(why),
        Optional.empty(),
        complainedAt,
        addresslessAt);
  }

  /** Try again later. */
  public HostState held(HoldOff why) {
    return new HostState(
        sent,
        sentAt,
        Optional.of(why.unreachable() ? "unreachable" : "trouble"),
        Optional.of(why.since()),
        Optional.empty(),
        Optional.of(why),
        complainedAt,
        addresslessAt);
  }

  /** Nothing stands in the way of asking any more. */
  public HostState free() {
    return new HostState(
        sent,
        sentAt,
        lastAnswer,
        answeredAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        addresslessAt);
  }

  /** A person was told. */
  public HostState complained(Instant now) {
    return new HostState(
        sent, sentAt, lastAnswer, answeredAt, stop, holdOff, Optional.of(now), addresslessAt);
  }

  /** A person was told that there is no address. */
  public HostState addressless(Instant now) {
    return new HostState(
        sent, sentAt, lastAnswer, answeredAt, stop, holdOff, complainedAt, Optional.of(now));
  }

  /** There is an address. */
  public HostState addressed() {
    return addresslessAt.isEmpty()
        ? this
        : new HostState(
            sent, sentAt, lastAnswer, answeredAt, stop, holdOff, complainedAt, Optional.empty());
  }

  /**
   * The same by a clock that shows {@code now}: what lies in the future, because the clock was set
   * back since, counts as now, and a wait that would begin in the future, or lasts longer than any
   * wait does, is over.
   */
  public HostState asOf(Instant now) {
    return new HostState(
        sent,
        earlier(sentAt, now),
        lastAnswer,
        earlier(answeredAt, now),
        stop.isPresent() && stop.get().since().isAfter(now)
            ? Optional.of(
                new Stop(stop.get().code(), stop.get().fingerprint(), now, stop.get().addresses()))
            : stop,
        holdOff.isPresent() && holdOff.get().isAhead(now) ? Optional.empty() : holdOff,
        earlier(complainedAt, now),
        earlier(addresslessAt, now));
  }

  /** Whether something in it lies after {@code now}. */
  boolean isAhead(Instant now) {
    return isAfter(sentAt, now)
        || isAfter(answeredAt, now)
        || isAfter(complainedAt, now)
        || isAfter(addresslessAt, now)
        || (stop.isPresent() && stop.get().since().isAfter(now))
        || (holdOff.isPresent() && holdOff.get().isAhead(now));
  }

  private static boolean isAfter(Optional<Instant> time, Instant now) {
    return time.isPresent() && time.get().isAfter(now);
  }

  private static Optional<Instant> earlier(Optional<Instant> time, Instant now) {
    return time.isPresent() && time.get().isAfter(now) ? Optional.of(now) : time;
  }
}
