package io.github.langgan.analytics.scoring;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * Where the quintiles of all customers with a purchase are cut: the values below or at which 20,
 * 40, 60 and 80 percent of them lie (SQL's percentile_disc, so each is a value that occurs). Fewer
 * than five customers make no quintiles; there are no cut points then.
 */
@Singleton
public class CutPoints {

  /** A time of the last purchase needs no "now": the later, the better. */
  private static final String WORK_OUT =
      """
      INSERT INTO cut_points AS c (as_of, population, recency, frequency, median_gap_seconds)
      SELECT :now, count(*),
             percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY last_purchase_at),
             percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY purchases),
             percentile_disc(0.5) WITHIN GROUP (ORDER BY
               floor(extract(epoch FROM last_purchase_at - first_purchase_at) / (purchases - 1))::bigint)
               FILTER (WHERE last_purchase_at > first_purchase_at)
        FROM customer_activity WHERE purchases > 0
      HAVING count(*) >= 5
      ON CONFLICT (only_row) DO UPDATE
         SET as_of = excluded.as_of, population = excluded.population,
             recency = excluded.recency, frequency = excluded.frequency,
             median_gap_seconds = excluded.median_gap_seconds,
             spread = c.spread
                      AND (c.recency, c.frequency) = (excluded.recency, excluded.frequency)
      """;

  private static final String WORK_OUT_MONETARY =
      """
      WITH fresh AS (
        SELECT currency, count(*)::int AS population,
               percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY monetary) AS monetary
          FROM customer_rfm WHERE purchases > 0 GROUP BY currency HAVING count(*) >= 5
      ), gone AS (
        DELETE FROM monetary_cut_points m
         WHERE NOT EXISTS (SELECT FROM fresh f WHERE f.currency = m.currency)
        RETURNING 1
      ), moved AS (
        INSERT INTO monetary_cut_points AS m (currency, population, monetary)
        SELECT * FROM fresh
        ON CONFLICT (currency) DO UPDATE
           SET population = excluded.population, monetary = excluded.monetary
        RETURNING new.monetary IS DISTINCT FROM old.monetary AS changed
      )
      UPDATE cut_points SET spread = false
       WHERE EXISTS (SELECT FROM gone) OR EXISTS (SELECT FROM moved WHERE changed)
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  CutPoints(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Answers whether some customers may have other scores than those that are stored. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean workOut() {
    return jdbi.withHandle(
        handle -> {
          handle.createUpdate(WORK_OUT).bind("now", clock.instant()).execute();
          handle.execute(WORK_OUT_MONETARY);
          return handle
              .createQuery("SELECT NOT spread FROM cut_points")
              .mapTo(Boolean.class)
              .findOne()
              .orElse(false);
        });
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void spread() {
    jdbi.useHandle(handle -> handle.execute("UPDATE cut_points SET spread = true"));
  }
}
