package io.github.dyn53.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code dyn53.conf}, and lays environment and flags over it. */
public final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * Reads all three layers.
   *
   * @param file absent where there is none, and all comes from environment and flags
   * @param environment the variables of the process
   * @param flags what the command line gives; each stands over the environment, that over the file
   * @throws InvalidConfigurationException naming every mistake by line and key
   */
  public static Configuration read(
      Optional<Path> file, Map<String, String> environment, List<Setting> flags) {
    String where = file.isPresent() ? file.get().toString() : "the configuration";
    ConfigurationText text =
        file.isPresent() ? ConfigurationText.parse(content(file.get())) : ConfigurationText.EMPTY;
    var layers = new Layers(flags, Setting.environment(environment), text.settings());
    var reading = new Reading(where, layers, text.mistakes());
    if (file.isPresent() && text.settings().stream().anyMatch(s -> s.key() == Key.TOKEN)) {
      PrivateFile.complaint(file.get()).ifPresent(reading::mistake);
    }
    return reading.configuration();
  }

  /** Reads a configuration from its text alone; for what has not been written to a file yet. */
  public static Configuration parse(String where, String text) {
    ConfigurationText parsed = ConfigurationText.parse(text);
    var layers = new Layers(List.of(), List.of(), parsed.settings());
    return new Reading(where, layers, parsed.mistakes()).configuration();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw failure(file, "there is no such file; \"dyn53 setup\" writes one");
    } catch (CharacterCodingException e) {
      throw failure(file, "the file is not UTF-8 text");
    } catch (IOException e) {
      throw failure(file, "the file can't be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static InvalidConfigurationException failure(Path file, String mistake) {
    return new InvalidConfigurationException(file.toString(), List.of(mistake));
  }
}
