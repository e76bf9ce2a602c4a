package io.github.dyn53.cli.config;

import java.util.ArrayList;
import java.util.List;

/** Splits text into words as a simple shell would: at blanks, but not inside quotes. */
public final class Words {

  private Words() {}

  /** The words of a line; quotes (single or double) hold a word together and are dropped. */
  public static List<String> split(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote == 0 ? c : 0;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        end(words, word, inWord);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    end(words, word, inWord);
    return words;
  }

  /** The quote that a line opens and does not close; zero where there is none. */
  static char open(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote == 0 ? c : 0;
      }
    }
    return quote;
  }

  private static void end(List<String> words, StringBuilder word, boolean inWord) {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
