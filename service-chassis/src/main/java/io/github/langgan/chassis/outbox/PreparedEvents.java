package io.github.langgan.chassis.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Events that are being written for the outbox meanwhile. */
public final class PreparedEvents {

  private final int keys;
  private final CompletableFuture<List<WrittenEvent>> written;

  PreparedEvents(int keys, CompletableFuture<List<WrittenEvent>> written) {
    this.keys = keys;
    this.written = written;
  }

  /** How many of them, the first ones, tell keys that the caller knows nothing of. */
  int keys() {
    return keys;
  }

  List<WrittenEvent> written() {
    try {
      return written.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
