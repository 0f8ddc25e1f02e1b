package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Works off the next pieces of an import, several at a time as long as none names an identifier
 * that one before it names: then neither has a say in what becomes of the other's rows, and it
 * doesn't matter which is done first.
 *
 * <p>One process has the import meanwhile, by the lock of its row. Each piece is a transaction of
 * its own. How far the import is follows from what is stored by then, so that whoever dies between
 * the pieces' commits and this one leaves nothing uncounted.
 */
@Singleton
class WorkOffPieces {

  private static final int AT_A_TIME = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

  private final CustomerImports imports;
  private final ReadAhead ahead;
  private final WorkOffPiece workOff;
  private final ImportProgress progress;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_A_TIME, Thread.ofPlatform().name("import-piece-", 1).daemon().factory());

  WorkOffPieces(
      CustomerImports imports,
      ReadAhead ahead,
      WorkOffPiece workOff,
      ImportProgress progress,
      Clock clock) {
    this.imports = imports;
    this.ahead = ahead;
    this.workOff = workOff;
    this.progress = progress;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }

  /** The import of a claim, known also when the work on it then fails, and why a piece failed. */
  static final class Claimed {
    @Nullable CustomerImport file;
    @Nullable RuntimeException failure;
  }

  /** Of the import that waited longest; empty when none waits. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<CustomerImport> next(Claimed claimed) {
    Optional<CustomerImport> next = imports.lockNext(clock.instant());
    next.ifPresent(
        file -> {
          claimed.file = file;
          claimed.failure = workOff(file);
          progress.count(file, claimed.failure == null);
        });
    return next;
  }

  /** Why one of them failed; the others don't fail with it. */
  private @Nullable RuntimeException workOff(CustomerImport file) {
    List<Future<?>> working = new ArrayList<>();
    for (ReadPiece piece : independent(ahead.next(file, AT_A_TIME))) {
      working.add(threads.submit(() -> workOff.workOff(file, piece)));
    }
    @Nullable RuntimeException failure = null;
    for (Future<?> piece : working) {
      try {
        piece.get();
      } catch (ExecutionException failed) {
        failure =
            failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopping);
      }
    }
    return failure;
  }

  /** The first, and those behind it until one names what was named before. */
  private static List<ReadPiece> independent(List<ReadPiece> next) {
    Set<Identifier> named = new HashSet<>();
    List<ReadPiece> independent = new ArrayList<>();
    for (ReadPiece piece : next) {
      Set<Identifier> own = piece.rows().identifiers();
      if (!Collections.disjoint(named, own)) {
        break;
      }
      named.addAll(own);
      independent.add(piece);
    }
    return independent;
  }
}
