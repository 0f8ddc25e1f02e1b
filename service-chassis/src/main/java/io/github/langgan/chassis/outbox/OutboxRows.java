package io.github.langgan.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The unpublished events, oldest first. */
@Singleton
class OutboxRows {

  private final Jdbi jdbi;
  private final int batchSize;

  OutboxRows(
      Jdbi jdbi,
      @ConfigProperty(name = "langgan.outbox.batch-size", defaultValue = "1000") int batchSize) {
    this.jdbi = jdbi;
    this.batchSize = batchSize;
  }

  List<OutboxRow> next() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM outbox ORDER BY position LIMIT :limit")
                .bind("limit", batchSize)
                .setFetchSize(batchSize)
                .mapTo(OutboxRow.class)
                .list());
  }

  void delete(List<OutboxRow> rows) {
    Long[] positions = rows.stream().map(OutboxRow::position).toArray(Long[]::new);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM outbox WHERE position = ANY(:positions)")
                .bind("positions", positions)
                .execute());
  }
}
