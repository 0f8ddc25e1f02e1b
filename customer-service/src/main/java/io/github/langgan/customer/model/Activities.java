package io.github.langgan.customer.model;

import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.contract.CustomerReactivatedV1;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** When customers last did something; who is archived and does something comes back. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class Activities {

  /** Of whom we know, as others are erased or not ours. */
  private static final String NOTE =
      """
      INSERT INTO customer_activity AS known (customer_id, last_at)
      SELECT c.id, max(told.at)
        FROM unnest(:ids::uuid[], :times::text[]::timestamptz[]) AS told (id, at)
        JOIN customer c ON c.id = told.id
       GROUP BY c.id ORDER BY c.id
      ON CONFLICT (customer_id) DO UPDATE SET last_at = excluded.last_at
       WHERE known.last_at < excluded.last_at
      """;

  private static final String REACTIVATE =
      """
      DELETE FROM customer_archive a
       USING unnest(:ids::uuid[], :times::text[]::timestamptz[]) AS told (id, at)
        JOIN customer c ON c.id = told.id
       WHERE a.customer_id = coalesce(c.merged_into, c.id) AND told.at >= a.archived_at
      RETURNING a.customer_id
      """;

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Clock clock;

  Activities(Jdbi jdbi, Outbox outbox, Clock clock) {
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Of whom nothing is known, nothing is noted. */
  public void note(Collection<Activity> activities) {
    if (activities.isEmpty()) {
      return;
    }
    Columns<Activity> columns = Columns.of(activities);
    List<UUID> back =
        jdbi.withHandle(
            handle -> {
              handle
                  .createUpdate(NOTE)
                  .bind("ids", columns.uuids(Activity::customer))
                  .bind("times", columns.texts(one -> one.at().atOffset(ZoneOffset.UTC)))
                  .execute();
              return handle
                  .createQuery(REACTIVATE)
                  .bind("ids", columns.uuids(Activity::customer))
                  .bind("times", columns.texts(one -> one.at().atOffset(ZoneOffset.UTC)))
                  .mapTo(UUID.class)
                  .list();
            });
    Instant now = clock.instant();
    outbox.append(back.stream().distinct().map(id -> new CustomerReactivatedV1(id, now)).toList());
  }
}
