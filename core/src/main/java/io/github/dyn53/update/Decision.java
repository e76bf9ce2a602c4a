package io.github.dyn53.update;

import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSave;
import java.util.Optional;

/** What is to be done for one host. */
sealed interface Decision {

  /** What has to be written before anything else. */
  Optional<HostSave> save();

  /** The version of the host that this leaves, where it leaves another one. */
  default Optional<Host> next() {
    return save().map(HostSave::host);
  }

  /** The outcome is known; the note may be lost without harm. */
  record Settle(HostOutcome outcome, Optional<HostSave> save) implements Decision {}

  /** The wish has to be saved; somebody else publishes it. */
  record Deposit(HostOutcome outcome, HostSave wish) implements Decision {
    @Override
    public Optional<HostSave> save() {
      return Optional.of(wish);
    }
  }

  /** The host's lease has to be taken, with its wish if it is a new one, and it be published. */
  record Publish(Host leased, Optional<HostSave> save) implements Decision {
    @Override
    public Optional<Host> next() {
      return Optional.of(leased);
    }
  }
}
