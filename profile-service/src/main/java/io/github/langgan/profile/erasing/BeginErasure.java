package io.github.langgan.profile.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Nothing more is stored of a customer, and nobody finds it any more; the rest is left to {@link
 * EraseHistory}, since others wait for this.
 */
@Singleton
public class BeginErasure {

  /** By which only this customer is named; what others share stays theirs. */
  private static final String ONLY_THEIRS =
      """
      WITH only_theirs AS (
        SELECT reference FROM customer_reference
         WHERE reference IN (SELECT reference FROM customer_reference
                              WHERE customer_id = ANY(:subjects))
         GROUP BY reference HAVING bool_and(customer_id = ANY(:subjects)))
      """;

  private static final String FORGET_WAITING =
      ONLY_THEIRS
          + """
            UPDATE transaction t SET reference = NULL FROM only_theirs o
             WHERE t.customer_id IS NULL AND t.reference = o.reference
            """;

  /** What waits is theirs then, and erased with the rest. */
  private static final String TAKE_WAITING =
      ONLY_THEIRS
          + """
            , taken AS (
              DELETE FROM waiting_interaction w USING only_theirs o
               WHERE w.reference = o.reference RETURNING w.*)
            INSERT INTO interaction (interaction_id, customer_id, channel, direction, occurred_at,
                                     recorded_at, summary)
            SELECT interaction_id, (:subjects::uuid[])[1], channel, direction, occurred_at, recorded_at,
                   summary
              FROM taken
            """;

  /** One that is under way ends by itself. */
  private static final String FORGET_LOOKS =
      ONLY_THEIRS
          + """
            UPDATE due_work d
               SET payload = (payload::jsonb - ARRAY(SELECT reference FROM only_theirs))::text
             WHERE id IN (
                     SELECT id FROM due_work
                      WHERE CASE kind WHEN 'attribution' THEN
                              jsonb_exists_any(payload::jsonb,
                                               ARRAY(SELECT reference FROM only_theirs)) END
                      ORDER BY id FOR UPDATE SKIP LOCKED)
            """;

  private final ErasedSubjects erasedSubjects;
  private final DueWork dueWork;
  private final Jdbi jdbi;
  private final Clock clock;

  BeginErasure(ErasedSubjects erasedSubjects, DueWork dueWork, Jdbi jdbi, Clock clock) {
    this.erasedSubjects = erasedSubjects;
    this.dueWork = dueWork;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * The same again is receipted again.
   *
   * @param subjects the customer and all records that were merged into it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(UUID requestId, UUID customerId, List<UUID> subjects) {
    Instant now = clock.instant();
    erasedSubjects.add(subjects, now);
    UUID[] ids = subjects.toArray(UUID[]::new);
    Map<String, Long> erased =
        jdbi.withHandle(
            handle -> {
              execute(handle, FORGET_WAITING, ids);
              execute(handle, TAKE_WAITING, ids);
              execute(handle, FORGET_LOOKS, ids);
              return Map.of(
                  "references", delete(handle, "customer_reference", ids),
                  "customers", delete(handle, "known_customer", ids));
            });
    var rest = new Erasure(requestId, customerId, subjects, erased);
    dueWork.schedule(
        EraseHistory.KIND, requestId.toString(), now, new String(EventJson.write(rest), UTF_8));
  }

  private static long delete(Handle handle, String table, UUID[] ids) {
    return execute(handle, "DELETE FROM " + table + " WHERE customer_id = ANY(:subjects)", ids);
  }

  private static long execute(Handle handle, String sql, UUID[] ids) {
    return handle.createUpdate(sql).bind("subjects", ids).execute();
  }
}
