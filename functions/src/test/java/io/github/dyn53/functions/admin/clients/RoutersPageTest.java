package io.github.dyn53.functions.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page in the repository is the one that the texts make. */
class RoutersPageTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path FILE = Path.of("..", "docs", "routers.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  @Test
  void pageIsWhatTheTextsMake() throws IOException {
    if (System.getProperty("dyn53.write") != null) {
      Files.writeString(FILE, RoutersPage.text());
    }

    assertThat(FILE)
        .as("docs/routers.md; to write it anew: " + RoutersPage.COMMAND)
        .content()
        .isEqualTo(RoutersPage.text());
  }

  @Test
  void readmeSaysWhichClientsAreTestedHow() throws IOException {
    String readme = Files.readString(README);
    if (System.getProperty("dyn53.write") != null) {
      int start = readme.indexOf(RoutersPage.SUMMARY_HEAD);
      int end = readme.indexOf("\n\n", start) + 1;
      readme = readme.substring(0, start) + RoutersPage.summary() + readme.substring(end);
      Files.writeString(README, readme);
    }

    assertThat(readme)
        .as("README.md; to write it anew: " + RoutersPage.COMMAND)
        .contains("\n" + RoutersPage.summary() + "\n");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    String page = RoutersPage.text();
    List<String> links =
        LINK.matcher(page).results().map((MatchResult link) -> link.group(1)).toList();

    assertThat(within(links, "#"))
        .isNotEmpty()
        .allSatisfy(anchor -> assertThat(anchors(page)).contains(anchor.substring(1)));
    assertThat(within(links, "../"))
        .isNotEmpty()
        .map(link -> FILE.resolveSibling(link.replaceFirst("#.*", "")))
        .allMatch(Files::exists);
  }

  private static List<String> within(List<String> links, String start) {
    return links.stream().filter(link -> link.startsWith(start)).toList();
  }

  private static List<String> anchors(String page) {
    Stream<String> headings = page.lines().filter(line -> line.startsWith("### "));
    return headings
        .map(line -> line.substring("### ".length()).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }
}
