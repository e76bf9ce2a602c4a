package io.github.dyn53;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of packages in {@code docs/architecture.md}: it stands there and nowhere else. */
public final class ArchitectureTable {

  private static final Path FILE = Path.of("..", "docs", "architecture.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private ArchitectureTable() {}

  /**
   * One line of the table.
   *
   * @param name of the package, below {@code io.github.dyn53}
   * @param uses the packages of dyn53 it may use
   * @param outside the packages of libraries it may use
   */
  public record Row(String name, Set<String> uses, Set<String> outside) {}

  /** The lines of one module, read from the folder of any module. */
  public static List<Row> rows(String module) {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> line.startsWith("| %s | `".formatted(module)))
          .map(ArchitectureTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    return new Row(names(cells.get(2)).iterator().next(), names(cells.get(3)), names(cells.get(4)));
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
