package io.github.langgan.complaint.merging;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.complaint.contract.MergeEffectsV1;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Gives the cases of a merged record to the survivor, and back. Their clocks and promises stay. */
@Singleton
public class MergeCases {

  /** By id, as all who change several cases lock them. */
  private static final String LOCK =
      "SELECT id FROM cases WHERE customer_id = :customer ORDER BY id FOR UPDATE";

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE status IN ('OPEN', 'ACKNOWLEDGED')) AS open_cases,
             count(*) FILTER (WHERE status IN ('RESOLVED', 'CLOSED')) AS closed_cases
      """;

  private static final String MERGE =
      """
      WITH moved AS (
        UPDATE cases SET customer_id = :survivor, came_for = coalesce(came_for, customer_id),
                         version = version + 1
         WHERE customer_id = :merged
        RETURNING status
      )
      %s FROM moved
      """
          .formatted(COUNT);

  private static final String SPLIT =
      """
      WITH moved AS (
        UPDATE cases SET customer_id = :merged, came_for = nullif(came_for, :merged),
                         version = version + 1
         WHERE customer_id = :survivor AND came_for = ANY(:back)
        RETURNING status
      )
      %s FROM moved
      """
          .formatted(COUNT);

  private static final String PREVIEW = COUNT + " FROM cases WHERE customer_id = :merged";

  private final Jdbi jdbi;
  private final Aliases aliases;

  MergeCases(Jdbi jdbi, Aliases aliases) {
    this.jdbi = jdbi;
    this.aliases = aliases;
  }

  /** From now on whatever names the merged record is the survivor's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeEffectsV1 merge(UUID merged, UUID survivor) {
    aliases.merge(merged, survivor);
    return jdbi.withHandle(
        handle -> {
          handle.createQuery(LOCK).bind("customer", merged).mapTo(UUID.class).list();
          return handle
              .createQuery(MERGE)
              .bind("merged", merged)
              .bind("survivor", survivor)
              .mapTo(MergeEffectsV1.class)
              .one();
        });
  }

  /** Also cases that were opened since under the merged record's id are its own again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeEffectsV1 split(UUID merged, UUID survivor) {
    Set<UUID> back = aliases.split(merged);
    return jdbi.withHandle(
        handle -> {
          handle.createQuery(LOCK).bind("customer", survivor).mapTo(UUID.class).list();
          return handle
              .createQuery(SPLIT)
              .bind("merged", merged)
              .bind("survivor", survivor)
              .bind("back", back.toArray(UUID[]::new))
              .mapTo(MergeEffectsV1.class)
              .one();
        });
  }

  public MergeEffectsV1 preview(UUID merged) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(PREVIEW).bind("merged", merged).mapTo(MergeEffectsV1.class).one());
  }
}
