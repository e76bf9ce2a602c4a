package io.github.dyn53.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another file that a configuration names, by the key that names it. */
public record NamedFile(Key key, Path path) {

  /** Those of a configuration; none where it can't be read, as whoever reads it says so. */
  public static List<NamedFile> in(Path configuration) {
    var named = new ArrayList<NamedFile>();
    for (Setting setting : settings(configuration)) {
      if (setting.key() == Key.TOKEN_FILE || setting.key() == Key.CA_FILE) {
        add(named, setting);
      }
    }
    return named;
  }

  private static List<Setting> settings(Path configuration) {
    try {
      return ConfigurationText.parse(Files.readString(configuration)).settings();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void add(List<NamedFile> named, Setting setting) {
    try {
      named.add(new NamedFile(setting.key(), Path.of(Values.unquoted(setting.value()))));
    } catch (InvalidPathException e) {
      // Whoever reads the configuration says so.
    }
  }
}
