package io.github.dyn53.update;

import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import java.util.Optional;

/** What is to be done for one host. */
sealed interface Decision {

  /** What has to be written before anything else. */
  Optional<HostSave> save();

  /** The outcome is known; the note may be lost without harm. */
  record Settle(HostOutcome outcome, Optional<HostSave> save) implements Decision {}

  /** The host has to be published, and its wish saved first if it is a new one. */
  record Publish(Host host, Optional<HostSave> save) implements Decision {}
}
