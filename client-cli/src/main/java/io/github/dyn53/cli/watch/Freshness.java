package io.github.dyn53.cli.watch;

/** Counts the signals that made what was known of the network doubtful. */
public final class Freshness {

  private int generation;

  /** What was found before now may be wrong. */
  void demand() {
    generation++;
  }

  int generation() {
    return generation;
  }
}
