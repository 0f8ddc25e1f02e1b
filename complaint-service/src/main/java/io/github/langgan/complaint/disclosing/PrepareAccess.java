package io.github.langgan.complaint.disclosing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.json.JsonParts;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.complaint.contract.AccessPreparedV1;
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

  /** What the customer did and gave. */
  private static final Map<String, String> GIVEN = new LinkedHashMap<>();

  /** What was made of it. */
  private static final Map<String, String> OURS = new LinkedHashMap<>();

  static {
    GIVEN.put(
        "cases",
        """
        SELECT id AS "caseId", customer_id AS "customerId", kind, channel, category, subject,
               description, opened_at AS "openedAt"
          FROM cases
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
         ORDER BY id
        """);
    OURS.put(
        "answers",
        """
        SELECT c.id AS "caseId", c.status, c.acknowledged_at AS "acknowledgedAt",
               c.resolution_summary AS "resolution", c.resolved_at AS "resolvedAt",
               c.closed_at AS "closedAt", p.points AS "compensationPoints", p.state AS "compensation"
          FROM cases c LEFT JOIN compensation p ON p.case_id = c.id
         WHERE c.customer_id = ANY(:owners)
           AND coalesce(c.came_for, c.customer_id) = ANY(:subjects)
         ORDER BY c.id
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
    add(parts, GIVEN, request);
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
