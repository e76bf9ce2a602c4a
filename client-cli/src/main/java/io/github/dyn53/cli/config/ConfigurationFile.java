package io.github.dyn53.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code dyn53.conf}, and lays environment and flags over it. */
public final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * Reads all three layers.
   *
   * @param file absent where there is none, and all comes from environment and flags
   * @param places of this system; their environment stands over the file
   * @param flags what the command line gives; which stands over both
   * @throws InvalidConfigurationException naming every mistake by line and key
   */
  public static Configuration read(Optional<Path> file, Places places, List<Setting> flags) {
    String where = file.isPresent() ? file.get().toString() : nowhere(places);
    ConfigurationText text =
        file.isPresent() ? ConfigurationText.parse(content(file.get())) : ConfigurationText.EMPTY;
    var layers = new Layers(flags, Setting.environment(places.environment()), text.settings());
    var reading = new Reading(where, layers, text.mistakes());
    Optional<String> complaint =
        file.isPresent() && text.holds(Key.TOKEN)
            ? PrivateFile.complaint(file.get())
            : Optional.empty();
    if (complaint.isPresent()) {
      reading.mistake(complaint.get());
    }
    return reading.configuration();
  }

  /** Reads a configuration from its text alone; for what has not been written to a file yet. */
  public static Configuration parse(String where, String text) {
    ConfigurationText parsed = ConfigurationText.parse(text);
    var layers = new Layers(List.of(), List.of(), parsed.settings());
    return new Reading(where, layers, parsed.mistakes()).configuration();
  }

  private static String nowhere(Places places) {
    var text = new StringBuilder("the configuration (there is no file");
    for (Path place : places.configurations()) {
      text.append(text.charAt(text.length() - 1) == 'e' ? " " : " or ").append(place);
    }
    return text.append("; \"dyn53 setup\" writes one)").toString();
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
