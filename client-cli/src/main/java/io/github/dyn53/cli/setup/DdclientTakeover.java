package io.github.dyn53.cli.setup;

import io.github.dyn53.cli.config.DdclientConfiguration;
import io.github.dyn53.cli.config.Key;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a configuration out of a {@code ddclient.conf}; what that does not say is asked. */
final class DdclientTakeover {

  private static final int LONGEST = 1 << 20;

  private final Answers answers;
  private final Questions questions;

  DdclientTakeover(Answers answers, Questions questions) {
    this.answers = answers;
    this.questions = questions;
  }

  /** The text of the configuration; says what it could not take over. */
  String text(Path old) {
    String text = read(old);
    var overrides = answers.overrides();
    var translated = DdclientConfiguration.read(text, overrides);
    if (translated.missing().contains(Key.ENDPOINT)) {
      translated = DdclientConfiguration.read(text, overrides.at(answers.endpoints()));
    }
    for (String left : translated.leftOut()) {
      questions.say("left out: " + TerminalText.of(left));
    }
    // Above all hosts: those whose password is a token keep it.
    String token = translated.missing().contains(Key.TOKEN) ? answers.tokenLine() + "\n" : "";
    return token + translated.text();
  }

  /** Old files are in whatever encoding; what counts in them is ASCII. */
  private static String read(Path old) {
    try (InputStream in = Files.newInputStream(old)) {
      String text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      if (text.indexOf('\0') >= 0) {
        throw new UnclearException("--from-ddclient: " + old + " is no text");
      }
      if (text.length() == LONGEST) {
        throw new UnclearException("--from-ddclient: " + old + " is too long for a ddclient.conf");
      }
      return text;
    } catch (IOException e) {
      throw new UnclearException("--from-ddclient: " + old + " can't be read");
    }
  }
}
