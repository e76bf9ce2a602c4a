package io.github.dyn53.cli.watch;

import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SecondNat;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.watch.PacedSource.Told;
import io.github.dyn53.dns.IpAddress;
import java.util.Optional;

/**
 * Judges what the router says of its outer IPv4 address, whichever source the hosts' address came
 * from: after the start and after each change, with at most one warning and one request an hour. No
 * update follows from a second NAT: the router's address, where it is a public one, is the one that
 * ports can be opened on.
 */
public final class Comparison {

  private final Views views;
  private final Log log;
  private final Hourly warnings = new Hourly();
  private final Hourly requests = new Hourly();
  private Optional<IpAddress> judged = Optional.empty();
  private boolean judgedHidden;
  private Optional<Told> firstHidden = Optional.empty();

  /** Compares these. */
  public Comparison(Views views, Log log) {
    this.views = views;
    this.log = log;
  }

  /**
   * Judges after a look.
   *
   * @return whether only another look, soon, can tell
   */
  boolean after(long now) {
    Optional<Told> router = views.router();
    if (router.isPresent() && router.get().finding() instanceof Finding.None none) {
      return judge(none, router.get(), now);
    }
    firstHidden = Optional.empty();
    if (router.isPresent()
        && router.get().finding() instanceof Finding.Found found
        && !judged.equals(Optional.of(found.address()))) {
      judge(found, now);
    }
    return false;
  }

  private void judge(Finding.Found router, long now) {
    Optional<String> shown = SecondNat.shown(router);
    if (!(shown.isPresent() ? warnings : requests).isDue(now)) {
      return;
    }
    judged = Optional.of(router.address());
    judgedHidden = false;
    if (shown.isPresent()) {
      warn(shown, now);
    } else if (ask(now) instanceof Finding.Found seen) {
      warn(SecondNat.unlike(router.address(), seen.address()), now);
    }
  }

  /**
   * A router that connects anew has no address for a moment either: it must have none at two looks,
   * and the endpoint must have been asked since the first.
   */
  private boolean judge(Finding.None router, Told told, long now) {
    if (judgedHidden || !warnings.isDue(now)) {
      return false;
    }
    if (firstHidden.isEmpty()) {
      firstHidden = Optional.of(told);
      return true;
    }
    if (view(firstHidden.get().at(), now) instanceof Finding.Found seen) {
      judged = Optional.empty();
      judgedHidden = true;
      warn(SecondNat.hidden(router, seen.address()), now);
    }
    return false;
  }

  /** Costs a request only where the hosts did not ask themselves. */
  private Finding view(long since, long now) {
    Optional<Finding> heard = views.since(since);
    if (heard.isPresent()) {
      return heard.get();
    }
    return requests.isDue(now) ? ask(now) : new Finding.Failed("asked not long ago");
  }

  private Finding ask(long now) {
    requests.done(now);
    return views.ask();
  }

  private void warn(Optional<String> text, long now) {
    if (text.isPresent()) {
      warnings.done(now);
      log.warn(text.get());
    }
  }
}
