package io.github.langgan.chassis.duework;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Work that was given up after its last attempt. */
@Singleton
class FailedWork {

  private final Jdbi jdbi;
  private final Clock clock;

  FailedWork(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  List<FailedWorkView> list(@Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, kind, subject, attempts, last_error, failed_at FROM due_work
                     WHERE failed_at IS NOT NULL AND (:after::uuid IS NULL OR id > :after::uuid)
                     ORDER BY id LIMIT :limit
                    """)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(FailedWorkView.class)
                .list());
  }

  /** Due again at once, with all its attempts; false when nothing of that id had failed. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean retry(UUID id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE due_work SET attempts = 0, failed_at = NULL, due_at = :now
                         WHERE id = :id AND failed_at IS NOT NULL
                        """)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("id", id)
                    .execute())
        > 0;
  }
}
