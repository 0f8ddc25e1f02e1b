package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of the next piece while those of the one before are being stored. For the one
 * thread that works pieces off; what another process has taken meanwhile is forgotten.
 */
@Singleton
class ReadAhead {

  /** More at once take turns without it. */
  private static final int MOST_IMPORTS = 4;

  private final ReceivedPieces pieces;
  private final RowReaders readers;
  private final BodyReader bodies;
  private final Map<UUID, Begun> begun =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Begun> eldest) {
          return size() > MOST_IMPORTS;
        }
      };

  ReadAhead(ReceivedPieces pieces, RowReaders readers, BodyReader bodies) {
    this.pieces = pieces;
    this.readers = readers;
    this.bodies = bodies;
  }

  private record Begun(long firstRow, CompletableFuture<PieceRows> rows) {}

  /** Its rows, and begins with the piece that stands behind it. */
  PieceRows read(CustomerImport file, Piece piece) {
    PieceRows rows = rows(file, piece);
    pieces.first(file.id()).ifPresent(next -> begun.put(file.id(), begin(file, next)));
    return rows;
  }

  private Begun begin(CustomerImport file, Piece piece) {
    return new Begun(piece.firstRow(), CompletableFuture.supplyAsync(() -> rowsOf(file, piece)));
  }

  private PieceRows rows(CustomerImport file, Piece piece) {
    @Nullable Begun ahead = begun.remove(file.id());
    if (ahead == null || ahead.firstRow() != piece.firstRow()) {
      return rowsOf(file, piece);
    }
    try {
      return ahead.rows().join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private PieceRows rowsOf(CustomerImport file, Piece piece) {
    return PieceRows.read(piece, readers.of(file), bodies, file.source());
  }
}
