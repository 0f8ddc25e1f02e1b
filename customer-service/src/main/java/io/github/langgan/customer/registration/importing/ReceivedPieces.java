package io.github.langgan.customer.registration.importing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Pieces of files that wait to be worked off. */
@Singleton
class ReceivedPieces {

  private static final String ADD =
      """
      WITH alive AS (UPDATE customer_import SET worked_at = :now WHERE id = :import)
      INSERT INTO customer_import_piece (import_id, first_row, first_line, row_count, content)
      VALUES (:import, :firstRow, :firstLine, :rows, :content)
      """;

  private static final String TAKE =
      """
      DELETE FROM customer_import_piece
       WHERE import_id = :import
         AND first_row = (SELECT min(first_row) FROM customer_import_piece WHERE import_id = :import)
      RETURNING first_row, first_line, row_count AS rows, content
      """;

  private static final String FIRST =
      """
      SELECT first_row, first_line, row_count AS rows, content
        FROM customer_import_piece WHERE import_id = :import ORDER BY first_row LIMIT 1
      """;

  private final Jdbi jdbi;

  ReceivedPieces(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(UUID importId, Piece piece, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("import", importId)
                .bind("firstRow", piece.firstRow())
                .bind("firstLine", piece.firstLine())
                .bind("rows", piece.rows())
                .bind("content", piece.content())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** The first of those that are left, which stays. */
  Optional<Piece> first(UUID importId) {
    return jdbi.withHandle(
        handle -> handle.createQuery(FIRST).bind("import", importId).mapTo(Piece.class).findOne());
  }

  /** The first of those that are left. */
  Optional<Piece> take(UUID importId) {
    return jdbi.withHandle(
        handle -> handle.createQuery(TAKE).bind("import", importId).mapTo(Piece.class).findOne());
  }

  /** All that are left, and what a dry run has met. */
  void drop(UUID importId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH pieces AS (DELETE FROM customer_import_piece WHERE import_id = :import)
                    DELETE FROM customer_import_met WHERE import_id = :import
                    """)
                .bind("import", importId)
                .execute());
  }
}
