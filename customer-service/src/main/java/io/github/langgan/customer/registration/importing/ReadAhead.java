package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the rows of the pieces that come next while those before them are being stored. */
@Singleton
class ReadAhead {

  /** More at once take turns without it. */
  private static final int MOST_IMPORTS = 4;

  private final ReceivedPieces pieces;
  private final RowReaders readers;
  private final BodyReader bodies;
  private final Map<UUID, Map<Long, Reading>> begun =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Map<Long, Reading>> eldest) {
              return size() > MOST_IMPORTS;
            }
          });

  ReadAhead(ReceivedPieces pieces, RowReaders readers, BodyReader bodies) {
    this.pieces = pieces;
    this.readers = readers;
    this.bodies = bodies;
  }

  private record Reading(Piece piece, CompletableFuture<PieceRows> rows) {

    ReadPiece ended() {
      return new ReadPiece(piece, rows.join());
    }
  }

  /**
   * The first of those that are left, in the file's order; begins with as many that stand behind
   * them.
   */
  List<ReadPiece> next(CustomerImport file, int most) {
    Map<Long, Reading> before = begun.getOrDefault(file.id(), Map.of());
    List<Long> left = pieces.left(file.id(), 2 * most);
    Map<Long, Reading> now = new TreeMap<>(before);
    now.keySet().retainAll(left);
    List<Long> unread = left.stream().filter(first -> !now.containsKey(first)).toList();
    for (Piece piece : pieces.of(file.id(), unread)) {
      now.put(
          piece.firstRow(),
          new Reading(
              piece,
              CompletableFuture.supplyAsync(
                  () -> PieceRows.read(piece, readers.of(file), bodies, file.source()))));
    }
    if (left.size() > most) {
      begun.put(file.id(), now);
    } else {
      begun.remove(file.id()); // there is nothing behind them to wait for
    }
    try {
      return now.values().stream().limit(most).map(Reading::ended).toList();
    } catch (CompletionException failure) {
      begun.remove(file.id());
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
