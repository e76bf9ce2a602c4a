package io.github.dyn53.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is measured, and how much of it.
 *
 * @param parts what is measured
 * @param runs how many processes of each kind are started
 * @param requests how many requests are made before and while warm ones are measured
 */
record Options(List<Part> parts, int runs, int requests) {

  private static final String QUICK = "--quick";

  Options {
    parts = List.copyOf(parts);
  }

  /** Something that can be measured alone. */
  enum Part {
    /** Process start to first reply. */
    COLD,
    /** First request after a restore. */
    RESTORE,
    /** Requests to processes that have seen many. */
    WARM;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a command line: the parts, all by default, and perhaps {@code --quick}.
   *
   * @throws IllegalArgumentException when it says anything else
   */
  static Options parse(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    boolean quick = words.remove(QUICK);
    List<Part> parts = words.isEmpty() ? List.of(Part.values()) : parts(words);
    return quick ? new Options(parts, 3, 200) : new Options(parts, 9, 1_000);
  }

  private static List<Part> parts(List<String> words) {
    return words.stream()
        .map(word ->
            Arrays.stream(Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(usage())))
        .toList();
  }

  private static String usage() {
    return Arrays.stream(Part.values())
        .map(Part::word)
        .collect(Collectors.joining(" | ", "usage: bench/run [" + QUICK + "] [", "]..."));
  }
}
