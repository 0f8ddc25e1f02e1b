package io.github.langgan.customer.registration.importing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

  private static final String LEFT =
      """
      SELECT first_row FROM customer_import_piece
       WHERE import_id = :import ORDER BY first_row LIMIT :most
      """;

  private static final String OF =
      """
      SELECT first_row, first_line, row_count AS rows, content
        FROM customer_import_piece WHERE import_id = :import AND first_row = ANY(:firstRows)
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

  /** The first rows of those that are left, in their order. */
  List<Long> left(UUID importId, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LEFT)
                .bind("import", importId)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
  }

  List<Piece> of(UUID importId, List<Long> firstRows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF)
                .bind("import", importId)
                .bind("firstRows", firstRows.toArray(Long[]::new))
                .mapTo(Piece.class)
                .list());
  }

  /** False when somebody else has worked it off; who is at it is waited for. */
  boolean take(UUID importId, Piece piece) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "DELETE FROM customer_import_piece"
                            + " WHERE import_id = :import AND first_row = :firstRow")
                    .bind("import", importId)
                    .bind("firstRow", piece.firstRow())
                    .execute())
        > 0;
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
