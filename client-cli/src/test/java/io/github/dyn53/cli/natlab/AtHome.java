package io.github.dyn53.cli.natlab;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests in one lab, which is mended before each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtHome {

  @TempDir Path home;

  private @Nullable NatLab opened;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    opened = NatLab.open(folder.resolve("lab"));
  }

  @AfterAll
  void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  @BeforeEach
  void mend() {
    lab().mend();
  }

  final NatLab lab() {
    if (opened == null) {
      throw new IllegalStateException("the lab is not open");
    }
    return opened;
  }
}
