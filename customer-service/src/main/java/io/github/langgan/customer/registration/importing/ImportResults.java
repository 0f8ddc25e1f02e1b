package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What came of rows, kept by piece. */
@Singleton
class ImportResults {

  private static final String ADD =
      """
      INSERT INTO customer_import_result (import_id, first_row, registered, duplicates, rejected,
                                          lines)
      VALUES (:import, :firstRow, :registered, :duplicates, :rejected, :lines)
      """;

  private static final String NEXT =
      """
      SELECT first_row, lines FROM customer_import_result
       WHERE import_id = :import AND first_row > :after
         AND first_row < coalesce((SELECT min(first_row) FROM customer_import_piece
                                    WHERE import_id = :import), first_row + 1)
         AND CASE :outcome WHEN 'REGISTERED' THEN registered > 0
                           WHEN 'DUPLICATE' THEN duplicates > 0
                           WHEN 'REJECTED' THEN rejected > 0 ELSE true END
       ORDER BY first_row LIMIT 1
      """;

  private final Jdbi jdbi;

  ImportResults(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Of a piece. */
  record Counts(int registered, int duplicates, int rejected) {

    static Counts of(List<RowResult> results) {
      var counts =
          results.stream()
              .collect(Collectors.groupingBy(RowResult::outcome, Collectors.counting()));
      return new Counts(
          counts.getOrDefault(RowOutcome.REGISTERED, 0L).intValue(),
          counts.getOrDefault(RowOutcome.DUPLICATE, 0L).intValue(),
          counts.getOrDefault(RowOutcome.REJECTED, 0L).intValue());
    }
  }

  /**
   * Of a piece, one line of JSON for each row.
   *
   * @param firstRow of the piece
   */
  record Lines(long firstRow, String lines) {

    List<RowResult> results() {
      return lines
          .lines()
          .map(line -> EventJson.read(line.getBytes(StandardCharsets.UTF_8), RowResult.class))
          .toList();
    }
  }

  void add(UUID importId, Piece piece, Counts counts, List<RowResult> results) {
    String lines =
        results.stream()
            .map(result -> new String(EventJson.write(result), StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n", "", "\n"));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("import", importId)
                .bind("firstRow", piece.firstRow())
                .bind("registered", counts.registered())
                .bind("duplicates", counts.duplicates())
                .bind("rejected", counts.rejected())
                .bind("lines", lines)
                .execute());
  }

  /**
   * The next piece that has such a row; none that is done before another that stands before it.
   *
   * @param outcome null for any
   */
  Optional<Lines> next(UUID importId, long after, @Nullable RowOutcome outcome) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bind("import", importId)
                .bind("after", after)
                .bind("outcome", outcome == null ? "" : outcome.name())
                .mapTo(Lines.class)
                .findOne());
  }
}
