package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.representation.FileFormat;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores a file piece by piece while it comes, each piece in a transaction of its own: a sender may
 * be slow. As long as it isn't accepted nothing happens with it, and what breaks off is dropped.
 */
@Singleton
class ReceiveFile {

  private final CustomerImports imports;
  private final ReceivedPieces pieces;
  private final Clock clock;

  ReceiveFile(CustomerImports imports, ReceivedPieces pieces, Clock clock) {
    this.imports = imports;
    this.pieces = pieces;
    this.clock = clock;
  }

  record Received(UUID importId, long rows) {}

  /** Throws a {@link Problem} when the file as a whole can't be taken; nothing is stored then. */
  Received receive(ImportOrder order, InputStream file) {
    UUID id = UuidV7.next();
    boolean complete = false;
    try {
      long rows = store(order, id, file);
      complete = true;
      return new Received(id, rows);
    } catch (MalformedFile malformed) {
      throw malformed.toProblem();
    } finally {
      if (!complete) {
        imports.delete(id);
      }
    }
  }

  private long store(ImportOrder order, UUID id, InputStream file) {
    Pieces cut = new Pieces(file, framing(order.format()));
    CsvHeader header =
        order.format() == FileFormat.CSV ? header(cut) : new CsvHeader(java.util.List.of());
    Optional<Piece> piece = cut.next();
    if (piece.isEmpty()) {
      throw noRows();
    }
    boolean known = false;
    for (; piece.isPresent(); piece = cut.next()) {
      if (order.format() == FileFormat.CSV) {
        CleanText.require(piece.get());
      }
      if (!known) {
        imports.add(order, id, header, clock.instant());
        known = true;
      }
      pieces.add(id, piece.get(), clock.instant());
    }
    return cut.rows();
  }

  private static Framing framing(FileFormat format) {
    return format == FileFormat.CSV ? new CsvFraming() : new LineFraming();
  }

  private static CsvHeader header(Pieces cut) {
    Piece header = cut.header().orElseThrow(ReceiveFile::noRows);
    CleanText.require(header);
    return CsvHeader.read(header);
  }

  private static Problem noRows() {
    return Problem.invalid("", "empty", "must be a file with at least one row of a customer");
  }
}
