package io.github.langgan.chassis.outbox;

import io.github.langgan.chassis.sql.PlansByIndex;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The unpublished events, oldest first. For the one thread that publishes. */
@Singleton
class OutboxRows {

  private static final String SNAPSHOT =
      """
      SELECT pg_snapshot_xmin(now)::text::bigint AS oldest,
             pg_snapshot_xmax(now)::text::bigint AS next
        FROM pg_current_snapshot() AS now
      """;

  private static final String NEXT =
      "SELECT * FROM outbox WHERE position > :above ORDER BY position LIMIT :limit";

  private final Jdbi jdbi;
  private final int batchSize;
  private final OutboxFloor floor = new OutboxFloor(System::nanoTime);

  OutboxRows(
      Jdbi jdbi,
      @ConfigProperty(name = "langgan.outbox.batch-size", defaultValue = "1000") int batchSize) {
    this.jdbi = jdbi;
    this.batchSize = batchSize;
  }

  @Transactional
  List<OutboxRow> next() {
    return jdbi.withHandle(
        handle -> {
          PlansByIndex.takeFirst(handle);
          List<OutboxRow> rows = above(handle, floor(handle));
          if (rows.isEmpty()) {
            floor.deletedTo(0, true);
          }
          return rows;
        });
  }

  void delete(List<OutboxRow> rows) {
    Long[] positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM outbox WHERE position = ANY(:positions)")
                .bind("positions", positions)
                .execute());
    floor.deletedTo(rows.getLast().position(), rows.size() < batchSize);
  }

  /** In a statement of its own before the reading, which then sees all that had ended by then. */
  private long floor(Handle handle) {
    return handle
        .createQuery(SNAPSHOT)
        .map((row, context) -> floor.above(row.getLong("oldest"), row.getLong("next")))
        .one();
  }

  private List<OutboxRow> above(Handle handle, long position) {
    return handle
        .createQuery(NEXT)
        .bind("above", position)
        .bind("limit", batchSize)
        .setFetchSize(batchSize)
        .mapTo(OutboxRow.class)
        .list();
  }
}
