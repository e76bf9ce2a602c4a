package io.github.dyn53.cli.command;

import io.github.dyn53.cli.config.Setting;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on the command line behind the command.
 *
 * @param configuration the file named there
 * @param settings that stand over the file's
 */
public record Options(Optional<Path> configuration, List<Setting> settings, Set<Switch> switches) {

  public Options {
    settings = List.copyOf(settings);
    switches = switches.isEmpty() ? EnumSet.noneOf(Switch.class) : EnumSet.copyOf(switches);
  }

  /** Whether a flag is there. */
  public boolean has(Switch flag) {
    return switches.contains(flag);
  }
}
