package io.github.dyn53.cli.hook;

import io.github.dyn53.cli.config.HookSettings;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.cli.update.Listener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Tells programs and a web address what happened. */
public final class Hooks implements Listener {

  private final HookSettings settings;
  private final HookProgram program;
  private final Optional<Webhook> webhook;
  private final Executor executor;

  /**
   * Tells them.
   *
   * @param executor what the telling runs on, since programs take their time
   */
  public Hooks(
      HookSettings settings, HookProgram program, Optional<Webhook> webhook, Executor executor) {
    this.settings = settings;
    this.program = program;
    this.webhook = webhook;
    this.executor = executor;
  }

  @Override
  public void happened(Event event) {
    List<String> command =
        event.kind() == Event.Kind.CHANGED ? settings.onChange() : settings.onTrouble();
    if (!command.isEmpty()) {
      executor.execute(() -> program.run(command, event));
    }
    if (webhook.isPresent()) {
      executor.execute(() -> webhook.get().send(event));
    }
  }
}
