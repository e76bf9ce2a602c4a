package io.github.dyn53.cli.watch;

import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.state.StateUnusableException;
import io.github.dyn53.cli.update.HostReport;
import io.github.dyn53.cli.update.Round;
import io.github.dyn53.cli.update.Updater;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Looks after each signal at once, otherwise every now and then, until it is told to stop. */
public final class Watch {

  /** A router that connects anew is done by then, mostly. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Duration REMINDER = Duration.ofDays(1);

  private final Updater updater;
  private final Timeline timeline;
  private final Duration poll;
  private final Attention attention;
  private final Schedule schedule;
  private boolean networkChanged;
  private boolean isFirst = true;
  private OptionalLong complainedNanos = OptionalLong.empty();

  /**
   * What a look wants besides the updater.
   *
   * @param outdated whether there is another configuration than this watch has
   */
  public record Attention(
      Freshness freshness,
      Comparison comparison,
      BooleanSupplier outdated,
      RandomGenerator random,
      Log log) {}

  /** Watches with this pause between looks where nothing happens. */
  public Watch(Updater updater, Timeline timeline, Duration poll, Attention attention) {
    this.updater = updater;
    this.timeline = timeline;
    this.poll = poll;
    this.attention = attention;
    this.schedule = new Schedule(timeline.nanos());
  }

  /**
   * Returns after {@link Signal#STOP}, or instead of a look where it is outdated.
   *
   * @return whether another watch has to take over
   */
  public boolean run() {
    while (true) {
      if (schedule.isDue(timeline.nanos())) {
        if (attention.outdated().getAsBoolean()) {
          return true;
        }
        look();
      }
      Signal signal = timeline.await(schedule.untilNext(timeline.nanos()));
      switch (signal) {
        case STOP -> {
          return false;
        }
        case TICK -> {}
        case ROUTER_ANNOUNCED, LINK_CHANGED, WOKE_UP -> {
          attention.log().trace("looking again: " + signal.text());
          schedule.signalled(timeline.nanos());
          networkChanged = true;
        }
      }
    }
  }

  private void look() {
    if (schedule.isAfterSignal(timeline.nanos())) {
      attention.freshness().demand();
    }
    Round round = looked();
    networkChanged = false;
    if (isFirst) {
      isFirst = false;
      tellWhatStands(round);
    }
    long now = timeline.nanos();
    boolean soon = attention.comparison().after(now);
    schedule.looked(now, soon ? shorter(SOON, untilNext(round)) : untilNext(round));
  }

  /**
   * A disk that is full must not keep the name from following: the next look tries to save again.
   */
  private Round looked() {
    try {
      return updater.look(false, networkChanged);
    } catch (StateUnusableException e) {
      long now = timeline.nanos();
      if (complainedNanos.isEmpty() || now - complainedNanos.getAsLong() > REMINDER.toNanos()) {
        complainedNanos = OptionalLong.of(now);
        attention.log().warn("goes on, though it would forget all if it ended: " + e.getMessage());
      }
      return new Round(List.of(), Optional.empty());
    }
  }

  /** What changed, or went wrong just now, has been told where it happened. */
  private void tellWhatStands(Round round) {
    for (HostReport report : round.reports()) {
      if (report.result() == HostReport.Result.UNCHANGED || !report.due()) {
        attention.log().tell(report.host() + ": " + report.text());
      }
    }
  }

  /** The usual pause, 10 % more or less by chance, or less where something waits for its time. */
  private Duration untilNext(Round round) {
    var pause =
        Duration.ofNanos((long) (poll.toNanos() * (0.9 + 0.2 * attention.random().nextDouble())));
    return round.next().isPresent() ? shorter(round.next().get(), pause) : pause;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
