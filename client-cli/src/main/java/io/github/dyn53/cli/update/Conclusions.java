package io.github.dyn53.cli.update;

import io.github.dyn53.cli.config.Durations;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.state.HoldOff;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.Stop;
import io.github.dyn53.cli.update.Event.Kind;
import io.github.dyn53.cli.update.HostReport.Result;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an answer, or none, means for a host: what to remember, to report, and to tell whom. */
final class Conclusions {

  /** A single failure is weather. */
  private static final int FAILURES_WORTH_TELLING = 3;

  private static final Duration REMINDER = Duration.ofDays(1);

  private final List<URI> endpoints;
  private final Surroundings surroundings;

  Conclusions(List<URI> endpoints, Surroundings surroundings) {
    this.endpoints = endpoints;
    this.surroundings = surroundings;
  }

  /** What to remember, what to report, and what to tell once it is remembered. */
  record Conclusion(HostState state, HostReport report, Optional<Event> event) {}

  Conclusion of(HostSettings host, Addresses asked, Outcome outcome, HostState known, Instant now) {
    HostState before = known.addressed();
    if (outcome instanceof Outcome.Accepted accepted) {
      return accepted(host.name(), asked, accepted, before, now);
    }
    if (outcome instanceof Outcome.Refused refused) {
      var stop = new Stop(refused.code(), Fingerprint.of(endpoints, host), now, asked);
      boolean isNew =
          before.stop().isEmpty()
              || before.stop().get().code() != refused.code()
              || !before.stop().get().fingerprint().equals(stop.fingerprint());
      return refused(host.name(), before.stopped(stop), stop, isNew, now);
    }
    return postponed(host.name(), asked, (Outcome.Postponed) outcome, before, now);
  }

  private Conclusion accepted(
      Hostname host, Addresses asked, Outcome.Accepted answer, HostState before, Instant now) {
    Addresses after = before.sent();
    for (Family family : Family.values()) {
      if (asked.of(family).isPresent()) {
        after = after.with(asked.of(family).get());
      }
    }
    boolean known = before.sentAt().isPresent();
    Optional<Event> event = Optional.empty();
    if (answer.changed() || (known && Asking.differs(asked, before.sent()))) {
      String was = known ? " (was " + before.sent().describe() + ")" : "";
      surroundings.log().tell(host + " is now " + after.describe() + was);
      event = event(Kind.CHANGED, host, after, before.sent(), whyTold(asked, before));
    } else if (before.stop().isPresent() || before.holdOff().isPresent()) {
      surroundings.log().tell(host + " is right again: " + after.describe());
    } else {
      surroundings.log().trace(host + ": the endpoint confirmed " + after.describe());
    }
    HostState state = before.accepted(after, answer.changed() ? "good" : "nochg", now);
    var report =
        answer.changed()
            ? report(state, host, Result.UPDATED, "updated to " + after.describe(), true)
            : report(state, host, Result.UNCHANGED, "unchanged, " + after.describe(), true);
    return new Conclusion(state, report, event);
  }

  private static String whyTold(Addresses asked, HostState before) {
    if (before.sentAt().isEmpty()) {
      return "the first address to be sent";
    }
    return Asking.differs(asked, before.sent())
        ? "the address has changed"
        : "the endpoint had another address";
  }

  private Conclusion refused(
      Hostname host, HostState state, Stop stop, boolean isNew, Instant now) {
    String text = Wording.of(stop.code()) + "; " + Wording.until(stop.code());
    HostState told = state;
    Optional<Event> event = Optional.empty();
    boolean due = isNew || isDue(state.complainedAt(), now);
    if (due) {
      surroundings.log().warn(host + ": " + text);
      event = event(Kind.REFUSED, host, stop.addresses(), state.sent(), text);
      told = state.complained(now);
    }
    return new Conclusion(told, report(told, host, Result.REFUSED, text, due), event);
  }

  private Conclusion postponed(
      Hostname host, Addresses asked, Outcome.Postponed outcome, HostState before, Instant now) {
    int failures = before.holdOff().isPresent() ? before.holdOff().get().failures() + 1 : 1;
    Duration wait = BackOff.after(failures, outcome.retryAfter(), surroundings.random());
    var hold = new HoldOff(failures, now, now.plus(wait), outcome.unreachable(), outcome.reason());
    String text =
        (outcome.unreachable() ? "the endpoint can't be reached: " : "the endpoint answered, but ")
            + outcome.reason()
            + "; next try in "
            + Durations.describe(wait);
    String line = host + ": " + text;
    HostState state = before.held(hold);
    Optional<Event> event = Optional.empty();
    boolean due = begins(before, outcome);
    if (failures == 1) {
      surroundings.log().warn(line);
    } else {
      surroundings.log().trace(line);
    }
    if (failures >= FAILURES_WORTH_TELLING && isDue(state.complainedAt(), now)) {
      surroundings.log().warn(line + " (" + failures + " tries so far)");
      event = event(Kind.TROUBLE, host, asked, before.sent(), text);
      // The first time is minutes after it began, which was told then.
      due |= state.complainedAt().isPresent();
      state = state.complained(now);
    }
    return new Conclusion(state, report(state, host, result(hold), text, due), event);
  }

  /** Whether the last try came to something else. */
  private static boolean begins(HostState before, Outcome.Postponed outcome) {
    return before.holdOff().isEmpty()
        || before.holdOff().get().unreachable() != outcome.unreachable();
  }

  private static Result result(HoldOff hold) {
    return hold.unreachable() ? Result.UNREACHABLE : Result.TROUBLE;
  }

  Conclusion unasked(Hostname host, Decision decision, HostState known, Instant now) {
    // No switch over types: Java links one at run time, which costs each start 20 ms.
    if (decision instanceof Decision.Nothing nothing) {
      String text = "unchanged, " + nothing.addresses().describe();
      HostState state = known.addressed();
      return silent(state, report(state, host, Result.UNCHANGED, text, true));
    }
    if (decision instanceof Decision.Stopped stopped) {
      return refused(host, known, stopped.why(), false, now);
    }
    if (decision instanceof Decision.Held held) {
      return held(host, known, held.why(), now);
    }
    if (decision instanceof Decision.NoAddress none) {
      return withoutAddress(host, known, none, now);
    }
    throw new IllegalStateException("asks for " + host);
  }

  private static Conclusion held(Hostname host, HostState state, HoldOff hold, Instant now) {
    String text =
        (hold.unreachable() ? "the endpoint could not be reached: " : "the endpoint answered, but ")
            + hold.reason()
            + "; dyn53 waits for another "
            + Durations.describe(Duration.between(now, hold.until()));
    // Told when it began; when it is to be told again, it is tried again as well.
    return silent(state, report(state, host, result(hold), text, false));
  }

  private Conclusion withoutAddress(
      Hostname host, HostState state, Decision.NoAddress none, Instant now) {
    HostState told = state;
    Optional<Event> event = Optional.empty();
    String text = "no address was found; the name stays as it is (" + none.reason() + ")";
    boolean due = isDue(state.addresslessAt(), now);
    if (due) {
      told = state.addressless(now);
      surroundings.log().warn(host + ": " + text);
      event = event(Kind.NO_ADDRESS, host, Addresses.NONE, state.sent(), text);
    }
    Result result = none.unreachable() ? Result.UNREACHABLE : Result.NO_ADDRESS;
    return new Conclusion(told, report(told, host, result, text, due), event);
  }

  private static boolean isDue(Optional<Instant> told, Instant now) {
    return told.isEmpty() || !now.isBefore(told.get().plus(REMINDER));
  }

  private static Optional<Event> event(
      Kind kind, Hostname host, Addresses now, Addresses before, String reason) {
    return Optional.of(new Event(kind, host, now, before, reason));
  }

  private static Conclusion silent(HostState state, HostReport report) {
    return new Conclusion(state, report, Optional.empty());
  }

  private static HostReport report(
      HostState state, Hostname host, Result result, String text, boolean due) {
    return new HostReport(host, result, state.sent(), text, due);
  }
}
