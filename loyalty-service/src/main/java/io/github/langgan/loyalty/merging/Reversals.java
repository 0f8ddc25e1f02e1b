package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import io.github.langgan.loyalty.model.Membership;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What each merge did, so that it can be undone. */
@Singleton
class Reversals {

  private final Jdbi jdbi;

  Reversals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param entry the survivor's, by which points came; null when a membership only moved
   */
  void keep(Merge merge, MembershipEffect effect, @Nullable UUID entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO merge_membership (merge_id, merged_membership, program_id, outcome,
                                                  survivor_membership, entry_id, points)
                    VALUES (:merge, :merged, :program, :outcome, :survivor, :entry, :points)
                    """)
                .bind("merge", merge.id())
                .bind("merged", effect.mergedMembership())
                .bind("program", effect.programId())
                .bind("outcome", effect.outcome().name())
                .bind("survivor", effect.survivorMembership())
                .bind("entry", entry)
                .bind("points", effect.points().active())
                .execute());
  }

  /** The entry by which a membership's points came to the survivor's. */
  Optional<UUID> entryOf(Merge merge, Membership merged) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT entry_id FROM merge_membership
                     WHERE merge_id = :merge AND merged_membership = :merged
                       AND entry_id IS NOT NULL
                    """)
                .bind("merge", merge.id())
                .bind("merged", merged.id().value())
                .mapTo(UUID.class)
                .findOne());
  }
}
