package io.github.dyn53.cli.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFolderTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"'', true", "missing/below, true", "file, false", "file/below/it, false"})
  void isOfUseWhereAFolderIsOrCanBeMade(String path, boolean useful) throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertThat(StateFolder.of(folder.resolve(path)).obstacle().isEmpty()).isEqualTo(useful);
    assertThat(folder.resolve("missing")).doesNotExist();
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(StateFolder.of(file).obstacle()).contains(file + " is no folder");
    assertThat(StateFolder.of(file.resolve("a/b")).obstacle()).contains(file + " is no folder");
  }

  /** Root may write everywhere. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'missing/below', ''",
    "'', dyn53.lock",
    "'', dyn53.state.new",
  })
  void isOfNoUseWhereThisAccountMayNotWrite(String path, String closed) throws IOException {
    Path closedPath = closed.isEmpty() ? folder : Files.createFile(folder.resolve(closed));
    var state = new StateFolder(folder.resolve(path), it -> !it.equals(closedPath));

    assertThat(state.obstacle()).contains("this account may not write to " + closedPath);
  }
}
