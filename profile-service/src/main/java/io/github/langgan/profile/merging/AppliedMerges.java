package io.github.langgan.profile.merging;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The merges that were applied here, and when: what came since may not be clear at a split. */
@Singleton
class AppliedMerges {

  private final Jdbi jdbi;

  AppliedMerges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(UUID mergeId, UUID survivor, UUID merged, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO applied_merge (merge_id, survivor, merged, applied_at)
                    VALUES (:id, :survivor, :merged, :at) ON CONFLICT DO NOTHING
                    """)
                .bind("id", mergeId)
                .bind("survivor", survivor)
                .bind("merged", merged)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  void undo(UUID mergeId, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE applied_merge SET undone_at = :at
                     WHERE merge_id = :id AND undone_at IS NULL
                    """)
                .bind("id", mergeId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }
}
