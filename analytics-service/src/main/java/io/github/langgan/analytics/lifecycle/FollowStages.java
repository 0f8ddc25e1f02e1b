package io.github.langgan.analytics.lifecycle;

import io.github.langgan.analytics.contract.LifecycleChangedV1;
import io.github.langgan.analytics.model.Lifecycle;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Works out customers' stages, and keeps those that are others than those known. */
@Singleton
public class FollowStages {

  private static final String FIGURES =
      """
      SELECT a.customer_id, a.purchases, a.first_purchase_at, a.last_purchase_at,
             s.stage AS known_stage
        FROM customer_activity a LEFT JOIN customer_stage s USING (customer_id)
       WHERE a.customer_id = ANY(:ids)
       ORDER BY a.customer_id
      """;

  private static final String KEEP =
      """
      INSERT INTO customer_stage (customer_id, stage, since)
      SELECT customer_id, stage, since::timestamptz
        FROM unnest(:ids::uuid[], :stages::text[], :since::text[]) AS s(customer_id, stage, since)
      ON CONFLICT (customer_id) DO UPDATE SET stage = excluded.stage, since = excluded.since
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration gapUntilKnown;

  FollowStages(
      Jdbi jdbi,
      Clock clock,
      @ConfigProperty(name = "langgan.lifecycle.gap-until-known") Duration gapUntilKnown) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.gapUntilKnown = gapUntilKnown;
  }

  /** Those whose stage is another now. Their activity rows are locked by then. */
  @Transactional(TxType.MANDATORY)
  public List<LifecycleChangedV1> follow(Collection<UUID> customers) {
    List<LifecycleChangedV1> changed = changed(customers);
    if (!changed.isEmpty()) {
      Columns<LifecycleChangedV1> columns = Columns.of(changed);
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(KEEP)
                  .bind("ids", columns.uuids(LifecycleChangedV1::customerId))
                  .bind("stages", columns.texts(LifecycleChangedV1::stage))
                  .bind("since", columns.texts(LifecycleChangedV1::since))
                  .execute());
    }
    return changed;
  }

  /** As {@link #follow}, and keeps nothing. */
  List<LifecycleChangedV1> changed(Collection<UUID> customers) {
    Instant now = clock.instant();
    return jdbi.withHandle(
        handle -> {
          Lifecycle lifecycle = lifecycle(handle);
          return handle
              .createQuery(FIGURES)
              .bind("ids", Columns.of(customers).uuids(Function.identity()))
              .mapTo(StageFigures.class)
              .stream()
              .flatMap(one -> one.changed(lifecycle, now).stream())
              .toList();
        });
  }

  private Lifecycle lifecycle(Handle handle) {
    Optional<Long> median =
        handle
            .createQuery("SELECT median_gap_seconds FROM cut_points WHERE median_gap_seconds > 0")
            .mapTo(Long.class)
            .findOne();
    return new Lifecycle(median.map(Duration::ofSeconds).orElse(gapUntilKnown));
  }
}
