package io.github.dyn53.cli.config;

import java.util.List;
import java.util.Optional;

/** The configuration can't be used; the message names every mistake in it, each on a line. */
public final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;
  private final transient Optional<String> remedy;

  InvalidConfigurationException(String where, List<String> mistakes) {
    super(text(where, mistakes));
    this.mistakes = List.copyOf(mistakes);
    this.remedy = Optional.empty();
  }

  /** It could not be read at all. */
  InvalidConfigurationException(String where, String mistake, String remedy) {
    super(where + ", " + mistake + "; " + remedy);
    this.mistakes = List.of(mistake);
    this.remedy = Optional.of(remedy);
  }

  /** One sentence for each mistake, with its line and key. */
  public List<String> mistakes() {
    return mistakes;
  }

  /** What to do where what the file says is not what is wrong. */
  public Optional<String> remedy() {
    return remedy;
  }

  private static String text(String where, List<String> mistakes) {
    if (mistakes.size() == 1) {
      return where + ", " + mistakes.get(0);
    }
    var text = new StringBuilder(where).append(" has ");
    text.append(mistakes.size()).append(" mistakes:");
    for (String mistake : mistakes) {
      text.append("\n  ").append(mistake);
    }
    return text.toString();
  }
}
