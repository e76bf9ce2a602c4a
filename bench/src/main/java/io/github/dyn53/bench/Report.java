package io.github.dyn53.bench;

import java.util.List;
import java.util.Locale;

/** Writes figures as a table in Markdown, each beside what Python needs for the same. */
final class Report {

  private static final String BASELINE = "Python";

  private Report() {}

  static String of(List<Figure> figures) {
    var table =
        new StringBuilder("| figure | handler | value | of Python's |\n|---|---|---|---|\n");
    for (Figure figure : figures) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  figure.what(), figure.who(), number(figure.value()), ratio(figure, figures)));
    }
    return table.toString();
  }

  private static String ratio(Figure figure, List<Figure> figures) {
    return figures.stream()
        .filter(other -> other.what().equals(figure.what()) && other.who().equals(BASELINE))
        .findFirst()
        .map(baseline -> String.format(Locale.ROOT, "%.2f", figure.value() / baseline.value()))
        .orElse("");
  }

  /** Three digits that count; more would be noise. */
  private static String number(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
