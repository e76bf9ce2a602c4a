package io.github.dyn53.emulator.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one emulator at a time; the kernel frees it when a process dies. */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made if need be.
   *
   * @throws UncheckedIOException if another emulator has it, or nothing can be written there; the
   *     message says which
   */
  public static FolderLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      var lock =
          new FolderLock(
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      if (lock.isTakenByOther()) {
        lock.close();
        String problem = "another dyn53-local keeps its state in " + folder;
        throw new UncheckedIOException(problem, new IOException(problem));
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not keep state in %s: not a folder that can be written to".formatted(folder), e);
    }
  }

  private boolean isTakenByOther() throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      // It runs in this very process.
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
  }
}
