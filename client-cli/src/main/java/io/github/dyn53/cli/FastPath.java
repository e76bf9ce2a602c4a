package io.github.dyn53.cli;

import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads plain flags by hand: picocli takes longer to start than the whole of an update. What is not
 * plain, or wrong, is left to picocli, which says so better.
 */
final class FastPath {

  private FastPath() {}

  /** The flags behind a command, or nothing where they are not plain. */
  static Optional<Options> parse(String[] arguments) {
    Optional<Path> file = Optional.empty();
    var settings = new ArrayList<Setting>();
    var switches = EnumSet.noneOf(Switch.class);
    int at = 1;
    while (at < arguments.length) {
      String argument = arguments[at];
      at++;
      Optional<Switch> flag = flag(argument);
      if (flag.isPresent()) {
        if (!switches.add(flag.get())) {
          return Optional.empty();
        }
        continue;
      }
      if (at == arguments.length || arguments[at].startsWith("-")) {
        return Optional.empty();
      }
      String value = arguments[at];
      at++;
      if (argument.equals("--config") && file.isEmpty()) {
        file = Optional.of(Path.of(value));
      } else if (!take(argument, value, settings)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Options(file, settings, switches));
  }

  private static Optional<Switch> flag(String argument) {
    if (argument.equals("-q")) {
      return Optional.of(Switch.QUIET);
    }
    if (argument.equals("-v")) {
      return Optional.of(Switch.VERBOSE);
    }
    for (Switch flag : Switch.values()) {
      if (flag.flag().equals(argument)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  private static boolean take(String argument, String value, List<Setting> settings) {
    Optional<Key> key =
        argument.startsWith("--") ? Key.of(argument.substring(2)) : Optional.empty();
    if (key.isEmpty() || key.get() == Key.TOKEN) {
      return false;
    }
    for (Setting other : settings) {
      if (other.key() == key.get() && !key.get().repeats()) {
        return false;
      }
    }
    return settings.add(Setting.flag(key.get(), value));
  }
}
