package io.github.langgan.loyalty.model.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All propositions. Whoever spends of a budget holds its row until the commit, after the rows of
 * customers and offers; of several, by their ids.
 */
@Singleton
public class Propositions {

  private final Jdbi jdbi;

  Propositions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Proposition> find(PropositionId id) {
    return one(id, "");
  }

  /** Nobody else changes it, or spends of its budget, until the commit. */
  public Optional<Proposition> lock(PropositionId id) {
    return one(id, " FOR NO KEY UPDATE OF p, b");
  }

  /** The newest first; of one program or of all. */
  public List<Proposition> page(
      @Nullable ProgramId program, @Nullable PropositionId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    PropositionRow.SELECT
                        + """
                          WHERE (:program::uuid IS NULL OR p.program_id = :program)
                            AND (:after::uuid IS NULL OR p.id < :after)
                          ORDER BY p.id DESC LIMIT :limit
                        """)
                .bind("program", program == null ? null : program.value())
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(PropositionRow.class)
                .map(PropositionRow::proposition)
                .list());
  }

  public Map<PropositionId, Proposition> withIds(Collection<PropositionId> ids) {
    Map<PropositionId, Proposition> found = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(PropositionRow.SELECT + " WHERE p.id = ANY(:ids)")
                .bind("ids", ids.stream().map(PropositionId::value).toArray(UUID[]::new))
                .mapTo(PropositionRow.class)
                .map(PropositionRow::proposition)
                .forEach(one -> found.put(one.id(), one)));
    return found;
  }

  /** Those that are active and wait for one of these. */
  public List<Proposition> waitingFor(Collection<Occurrence> occurrences) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    PropositionRow.SELECT
                        + " WHERE p.state = 'ACTIVE' AND p.triggers && :kinds ORDER BY p.id")
                .bind("kinds", occurrences.stream().map(Enum::name).toArray(String[]::new))
                .mapTo(PropositionRow.class)
                .map(PropositionRow::proposition)
                .list());
  }

  public void add(Proposition one) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH added AS (
                      INSERT INTO proposition (id, program_id, state, valid_from, valid_until,
                                               triggers, terms, created_at)
                      VALUES (:id, :program, :state, :from, :until, :triggers, :terms::jsonb, :at)
                    )
                    INSERT INTO proposition_budget (proposition_id, most_offers, most_cost)
                    VALUES (:id, :mostOffers, :mostCost)
                    """)
                .bind("id", one.id().value())
                .bind("program", one.program().value())
                .bind("state", one.state())
                .bind("from", one.from().atOffset(ZoneOffset.UTC))
                .bind("until", one.until().atOffset(ZoneOffset.UTC))
                .bind(
                    "triggers",
                    one.terms().triggers().stream()
                        .map(trigger -> trigger.on().name())
                        .distinct()
                        .toArray(String[]::new))
                .bind("terms", new String(EventJson.write(one.terms()), UTF_8))
                .bind("at", one.createdAt().atOffset(ZoneOffset.UTC))
                .bind("mostOffers", one.budget().mostOffers())
                .bind("mostCost", one.budget().mostCost())
                .execute());
  }

  /** Of one that is locked. */
  public void change(PropositionId id, PropositionState state) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE proposition SET state = :state, version = version + 1 WHERE id = :id")
                .bind("id", id.value())
                .bind("state", state)
                .execute());
  }

  /** Of one that is locked. */
  public void raise(PropositionId id, long offers, BigDecimal cost) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH changed AS (
                      UPDATE proposition SET version = version + 1 WHERE id = :id
                    )
                    UPDATE proposition_budget
                       SET most_offers = most_offers + :offers, most_cost = most_cost + :cost
                     WHERE proposition_id = :id
                    """)
                .bind("id", id.value())
                .bind("offers", offers)
                .bind("cost", cost)
                .execute());
  }

  /** Of one that is locked: so many offers at this cost each. */
  void spend(PropositionId id, int offers, BigDecimal cost) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE proposition_budget
                       SET offers = offers + :offers, committed = committed + :cost * :offers
                     WHERE proposition_id = :id
                    """)
                .bind("id", id.value())
                .bind("offers", offers)
                .bind("cost", cost)
                .execute());
  }

  /** The benefits of so many offers are not given: their budgets have them again. */
  void release(Map<PropositionId, Long> offers) {
    if (offers.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    WITH ended AS (
                      SELECT * FROM unnest(:ids::uuid[], :counts::bigint[]) AS e(id, count)
                    ), locked AS (
                      SELECT b.proposition_id FROM proposition_budget b
                       WHERE b.proposition_id IN (SELECT id FROM ended)
                       ORDER BY b.proposition_id FOR NO KEY UPDATE
                    )
                    UPDATE proposition_budget b
                       SET committed = b.committed
                             - e.count * (p.terms #>> '{economics,benefitCost}')::numeric
                      FROM locked, ended e, proposition p
                     WHERE b.proposition_id = locked.proposition_id
                       AND e.id = b.proposition_id AND p.id = b.proposition_id
                    """)
                .bindMap(
                    new Columns<>(new ArrayList<>(offers.entrySet()))
                        .uuids("ids", one -> one.getKey().value())
                        .longs("counts", Map.Entry::getValue)
                        .arrays())
                .execute());
  }

  private Optional<Proposition> one(PropositionId id, String lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PropositionRow.SELECT + " WHERE p.id = :id" + lock)
                .bind("id", id.value())
                .mapTo(PropositionRow.class)
                .findOne()
                .map(PropositionRow::proposition));
  }
}
