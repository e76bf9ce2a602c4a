package io.github.dyn53.cli.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while this process is the one that works with a state file; the kernel frees it. */
public final class InstanceLock implements AutoCloseable {

  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, or nothing where another process holds it.
   *
   * @param folder of the state; made where it is missing
   * @throws StateUnusableException where no lock file can be made there
   */
  public static Optional<InstanceLock> take(Path folder) {
    Path file = folder.resolve("dyn53.lock");
    try {
      Files.createDirectories(folder);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new InstanceLock(channel));
    } catch (IOException e) {
      throw new StateUnusableException(file, "locked", e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true; // by another thread of this process
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
