package io.github.dyn53.cli.service;

import io.github.dyn53.cli.process.ShellWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The texts in this package's resources; the Debian package is built with the same ones. */
final class Template {

  private Template() {}

  /** The text named {@code name}. */
  static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + name, e);
    }
  }

  /** Words as systemd.service(5) splits a command line. */
  static String systemdWords(List<String> words) {
    return String.join(" ", words.stream().map(Template::systemdWord).toList());
  }

  static String systemdWord(String word) {
    String escaped = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    String dollars = escaped.replace("$", "$$");
    return ShellWords.isPlain(word) ? dollars : "\"" + dollars + "\"";
  }

  /** Words as a shell splits them, in a crontab, where a percent sign ends the command. */
  static String cronWords(List<String> words) {
    return ShellWords.of(words).replace("%", "\\%");
  }

  static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Words as CommandLineToArgvW of Windows splits them; a path holds no quotes there. */
  static String windowsWords(List<String> words) {
    return String.join(
        " ",
        words.stream().map(word -> word.indexOf(' ') < 0 ? word : "\"" + word + "\"").toList());
  }
}
