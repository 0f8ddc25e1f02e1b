package io.github.langgan.profile.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Learns the customers' scores. Each is of the record that it names, merged or not: one that is
 * late for a merged record must not take the place of the customer's.
 */
@Singleton
class AnalyticsTopicListener implements TopicListener {

  private static final String PUT =
      """
      INSERT INTO known_score AS k (customer_id, as_of, last_purchase_at, purchases, revenue,
             recency, frequency, monetary)
      SELECT customer_id, as_of::timestamptz, last_purchase_at::timestamptz, purchases,
             revenue::jsonb, recency, frequency, monetary
        FROM unnest(:ids::uuid[], :asOf::text[], :lastPurchases::text[], :purchases::bigint[],
               :revenues::text[], :recencies::int[], :frequencies::int[], :monetaries::int[])
             AS s(customer_id, as_of, last_purchase_at, purchases, revenue, recency, frequency,
                  monetary)
       ORDER BY customer_id
      ON CONFLICT (customer_id) DO UPDATE
         SET as_of = excluded.as_of, last_purchase_at = excluded.last_purchase_at,
             purchases = excluded.purchases, revenue = excluded.revenue,
             recency = excluded.recency, frequency = excluded.frequency,
             monetary = excluded.monetary
       WHERE k.as_of <= excluded.as_of
      """;

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Jdbi jdbi;

  AnalyticsTopicListener(Aliases aliases, ErasedSubjects erased, Jdbi jdbi) {
    this.aliases = aliases;
    this.erased = erased;
    this.jdbi = jdbi;
  }

  @Override
  public String topic() {
    return "crm.analytics";
  }

  @Override
  public Set<String> types() {
    return Set.of("score.updated");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<UUID, ScoreUpdated> latest = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      ScoreUpdated score = event.as(ScoreUpdated.class);
      latest.put(score.customerId(), score);
    }
    aliases.hold();
    latest.keySet().removeAll(erased.among(latest.keySet()));
    Columns<ScoreUpdated> columns = Columns.of(latest.values());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(PUT)
                .bind("ids", columns.uuids(ScoreUpdated::customerId))
                .bind("asOf", columns.texts(ScoreUpdated::asOf))
                .bind("lastPurchases", columns.texts(ScoreUpdated::lastPurchaseAt))
                .bind("purchases", columns.longs(ScoreUpdated::purchases))
                .bind(
                    "revenues", columns.texts(s -> new String(EventJson.write(s.revenue()), UTF_8)))
                .bind("recencies", columns.ints(s -> s.rfm() == null ? null : s.rfm().recency()))
                .bind(
                    "frequencies", columns.ints(s -> s.rfm() == null ? null : s.rfm().frequency()))
                .bind("monetaries", columns.ints(s -> s.rfm() == null ? null : s.rfm().monetary()))
                .execute());
  }
}
