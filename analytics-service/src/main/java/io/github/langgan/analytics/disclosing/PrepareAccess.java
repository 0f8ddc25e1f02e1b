package io.github.langgan.analytics.disclosing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.analytics.contract.AccessPreparedV1;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.json.JsonParts;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Gathers what we hold of a customer, and sends it in parts that fit into events. */
@Singleton
public class PrepareAccess implements DueWorkHandler {

  private static final String KIND = "prepare-access";

  /** What was made of it. */
  private static final Map<String, String> OURS = new LinkedHashMap<>();

  static {
    OURS.put(
        "figures",
        """
        SELECT customer_id AS "customerId", purchases, returns,
               first_purchase_at AS "firstPurchaseAt", last_purchase_at AS "lastPurchaseAt",
               cases_opened AS "casesOpened", cases_resolved AS "casesResolved"
          FROM customer_activity WHERE customer_id = ANY(:owners) ORDER BY customer_id
        """);
    OURS.put(
        "money",
        """
        SELECT customer_id AS "customerId", currency, purchases, purchased, returned, cost
          FROM customer_money WHERE customer_id = ANY(:owners) ORDER BY customer_id, currency
        """);
    OURS.put(
        "scores",
        """
        SELECT customer_id AS "customerId", recency, frequency, monetary,
               scored_at AS "scoredAt"
          FROM customer_score WHERE customer_id = ANY(:owners) ORDER BY customer_id
        """);
  }

  private final Aliases aliases;
  private final Jdbi jdbi;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;

  PrepareAccess(Aliases aliases, Jdbi jdbi, DueWork dueWork, Outbox outbox, Clock clock) {
    this.aliases = aliases;
    this.jdbi = jdbi;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Who asks for what.
   *
   * @param kind ACCESS for all, else what the customer gave
   * @param subjects the customer and all records that were merged into it
   */
  public record Request(UUID requestId, UUID customerId, List<UUID> subjects, String kind) {}

  /** It may be much, so others don't wait for it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(Request request) {
    dueWork.schedule(
        KIND,
        request.requestId().toString(),
        clock.instant(),
        new String(EventJson.write(request), UTF_8));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> prepare(EventJson.read(item.payload().getBytes(UTF_8), Request.class)));
  }

  /** In the transaction that sends them. */
  List<String> gather(Request request) {
    JsonParts parts = new JsonParts(PersonalEvent.MOST_PERSON_BYTES);
    if (request.kind().equals("ACCESS")) {
      add(parts, OURS, request);
    }
    return parts.parts();
  }

  private void prepare(Request request) {
    List<String> all = gather(request);
    List<AccessPreparedV1> events = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      events.add(
          new AccessPreparedV1(
              request.requestId(),
              request.customerId(),
              clock.instant(),
              i + 1,
              i + 1 == all.size(),
              new AccessPreparedV1.Person(
                  EventJson.read(all.get(i).getBytes(UTF_8), JsonNode.class))));
    }
    outbox.append(events);
  }

  private void add(JsonParts parts, Map<String, String> sections, Request request) {
    Set<UUID> owners = new HashSet<>(aliases.resolve(request.subjects()).values());
    owners.addAll(request.subjects());
    sections.forEach((name, sql) -> parts.add(name, rows(sql, request.subjects(), owners)));
  }

  private List<String> rows(String sql, Collection<UUID> subjects, Collection<UUID> owners) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "WITH asked AS (SELECT :subjects::uuid[] AS subjects, :owners::uuid[] AS owners)"
                        + " SELECT jsonb_strip_nulls(to_jsonb(r))::text FROM ("
                        + sql
                        + ") r, asked")
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("owners", owners.toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
  }
}
