package io.github.dyn53.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
    if (file.toString().isEmpty()) {
      // Java takes an empty path for the folder that somebody happens to be in.
      throw new InvalidConfigurationException(
          "--config",
          "the path of the configuration is empty",
          "name a file, or leave --config out");
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw failure(file, "there is no such file", "\"dyn53 setup\" writes one");
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(
          file.toString(), List.of("the file is not UTF-8 text"));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Says why a file that is there could not be read, in words that name no class. */
  static InvalidConfigurationException unreadable(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return failure(file, "that is a folder, not a file", "name the file in it");
    }
    if (e instanceof AccessDeniedException) {
      return forbidden(file);
    }
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return failure(
        file,
        "the file can't be read" + (reason == null ? "" : " (" + reason + ")"),
        "see whether other programs can read it");
  }

  private static InvalidConfigurationException forbidden(Path file) {
    String mistake = "this account may not read it";
    try {
      String owner = Files.getOwner(file).getName();
      return failure(
          file,
          mistake + ", only its owner (" + owner + ")",
          "run the command with "
              + (owner.equals("root") ? "sudo (as root)" : "the account " + owner));
    } catch (IOException | UnsupportedOperationException e) {
      return failure(file, mistake, "run the command with sudo (as root)");
    }
  }

  private static InvalidConfigurationException failure(Path file, String mistake, String remedy) {
    return new InvalidConfigurationException(file.toString(), mistake, remedy);
  }
}
