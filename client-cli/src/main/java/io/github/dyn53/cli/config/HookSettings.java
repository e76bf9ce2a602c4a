package io.github.dyn53.cli.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to be told.
 *
 * @param onChange program and arguments; empty for none
 * @param onTrouble program and arguments; empty for none
 * @param timeout after which a program is killed
 * @param webhook gets a POST for each event
 */
public record HookSettings(
    List<String> onChange, List<String> onTrouble, Duration timeout, Optional<URI> webhook) {

  public HookSettings {
    onChange = List.copyOf(onChange);
    onTrouble = List.copyOf(onTrouble);
  }

  /** Without the webhook's address, which may hold a secret. */
  @Override
  public String toString() {
    return "HookSettings[onChange=%s, onTrouble=%s, timeout=%s, webhook=%s]"
        .formatted(onChange, onTrouble, timeout, webhook.isPresent() ? "set" : "none");
  }
}
