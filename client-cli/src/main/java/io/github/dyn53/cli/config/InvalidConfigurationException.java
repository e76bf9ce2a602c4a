package io.github.dyn53.cli.config;

import java.util.List;

/** The configuration can't be used; the message names every mistake in it, each on a line. */
public final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  InvalidConfigurationException(String where, List<String> mistakes) {
    super(text(where, mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One sentence for each mistake, with its line and key. */
  public List<String> mistakes() {
    return mistakes;
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
