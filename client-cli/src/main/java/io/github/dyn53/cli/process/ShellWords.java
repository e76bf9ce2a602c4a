package io.github.dyn53.cli.process;

import java.util.List;

/** Words as a POSIX shell splits them. */
public final class ShellWords {

  private ShellWords() {}

  /** A line that a shell takes for these words. */
  public static String of(List<String> words) {
    return String.join(
        " ",
        words.stream()
            .map(word -> isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'")
            .toList());
  }

  /** Whether nothing in it means anything to a shell. */
  public static boolean isPlain(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+:=@,%".indexOf(c) >= 0);
  }
}
