package io.github.dyn53.functions.jobs;

import io.github.dyn53.publish.Publication;
import java.util.Optional;

/** Why hosts were not published, for the log. */
final class Reasons {

  /** More of them would tell nothing new. */
  static final int MOST = 10;

  private Reasons() {}

  static Optional<String> of(Publication publication) {
    return switch (publication) {
      case Publication.Published() -> Optional.empty();
      case Publication.HandedOver(String reason) -> Optional.of(reason);
      case Publication.Refused(String reason) -> Optional.of(reason);
    };
  }
}
