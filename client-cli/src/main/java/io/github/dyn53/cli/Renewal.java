package io.github.dyn53.cli;

import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import io.github.dyn53.cli.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;

/** Notices when the files of a configuration are others than before, and reads them again. */
final class Renewal {

  private final Optional<Path> file;
  private final Supplier<Configuration> reading;
  private final Log log;
  private Configuration current;
  private String imprint;

  /**
   * Begins with a configuration that was just read.
   *
   * @param file where it is from; the files that it names are looked at as well
   * @param reading reads it again
   */
  Renewal(Optional<Path> file, Configuration current, Supplier<Configuration> reading, Log log) {
    this.file = file;
    this.reading = reading;
    this.log = log;
    this.current = current;
    this.imprint = imprint();
  }

  /** The one that was read last and had no mistake. */
  Configuration current() {
    return current;
  }

  /** Whether there is another one now; one with mistakes is told of once, and passed over. */
  boolean isThere() {
    String now = imprint();
    if (now.equals(imprint)) {
      return false;
    }
    imprint = now;
    try {
      current = reading.get();
    } catch (InvalidConfigurationException e) {
      log.warn("the configuration has changed, but can't be used: " + e.getMessage());
      return false;
    }
    // It may name other files.
    imprint = imprint();
    return true;
  }

  private String imprint() {
    var text = new StringBuilder();
    if (file.isPresent()) {
      add(text, file.get());
    }
    for (Path tokenFile : current.tokenFiles()) {
      add(text, tokenFile);
    }
    if (current.caFile().isPresent()) {
      add(text, current.caFile().get());
    }
    return text.toString();
  }

  private static void add(StringBuilder text, Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      text.append(now.lastModifiedTime().toMillis()).append(' ').append(now.size()).append(' ');
      text.append(now.fileKey()).append('\n');
    } catch (IOException e) {
      text.append("none\n");
    }
  }
}
