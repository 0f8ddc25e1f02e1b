package io.github.langgan.stack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One at a time starts or ends the shared test stack; the lock goes with its holder's process. */
final class KeeperLock implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final FileChannel channel;

  private KeeperLock(FileChannel channel) {
    this.channel = channel;
  }

  static KeeperLock take(Path home) {
    try {
      Files.createDirectories(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      while (!locked(channel)) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      return new KeeperLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
