package io.github.dyn53.cli;

import io.github.dyn53.cli.link.LinkWatch;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.router.RouterAnnouncements;
import io.github.dyn53.cli.watch.Signal;
import io.github.dyn53.cli.watch.Signals;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Hears what the router announces and what this machine's links do, and signals it. */
final class Ears implements AutoCloseable {

  private final Optional<RouterAnnouncements> announcements;
  private final LinkWatch links;

  private Ears(Optional<RouterAnnouncements> announcements, LinkWatch links) {
    this.announcements = announcements;
    this.links = links;
  }

  /** Hears until closed; what can't be heard is polled for. */
  static Ears open(Routes routes, InstantSource clock, Signals signals, Log log) {
    Optional<RouterAnnouncements> announcements = announcements(routes, signals, log);
    LinkWatch links =
        LinkWatch.start(
            clock,
            event -> {
              announcements.ifPresent(RouterAnnouncements::rejoin);
              signals.signal(
                  switch (event) {
                    case CHANGED -> Signal.LINK_CHANGED;
                    case WOKE_UP -> Signal.WOKE_UP;
                  });
            });
    return new Ears(announcements, links);
  }

  private static Optional<RouterAnnouncements> announcements(
      Routes routes, Signals signals, Log log) {
    try {
      return Optional.of(
          RouterAnnouncements.listen(
              routes, announcement -> signals.signal(Signal.ROUTER_ANNOUNCED)));
    } catch (IOException e) {
      log.trace("announcements of the router can't be heard: " + e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    links.close();
    announcements.ifPresent(RouterAnnouncements::close);
  }
}
