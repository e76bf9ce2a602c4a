package io.github.dyn53.emulator.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir Path folder;

  @Test
  void keepsFolderForOne() {
    Path data = folder.resolve("made/for/it");
    try (var lock = FolderLock.take(data)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(data))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("another dyn53-local keeps its state in " + data);
    }
    try (var lock = FolderLock.take(data)) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void namesFolderThatItCannotUse() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> FolderLock.take(file))
        .hasMessageContaining("could not keep state in " + file);
  }
}
