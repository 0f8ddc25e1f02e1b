package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores relationships. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class StoredRelationships {

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO relationship (id, type, from_customer, from_party, to_customer, to_party,
                                  valid_from, valid_until, stated_until, stated_strength, strength,
                                  confirmed_on, form, received_at, confidence, partner, recorded_by,
                                  recorded_at)
        VALUES (:id, :type, :fromCustomer, :fromParty, :toCustomer, :toParty, :from, :until, :until,
                :strength, :strength, :confirmedOn, :form, :receivedAt, :confidence, :partner, :by,
                :at)
        ON CONFLICT DO NOTHING
        RETURNING id)
      INSERT INTO relationship_confirmation (relationship_id, confirmed_on, strength, recorded_by,
                                             recorded_at)
      SELECT id, :confirmedOn, :strength, :by, :at FROM added
      """;

  private static final String END =
      """
      UPDATE relationship SET valid_until = :until, ended_by = :by, ended_at = :at,
                              end_reason = :reason
       WHERE id = :id
      """;

  private static final String CONFIRM =
      """
      INSERT INTO relationship_confirmation (relationship_id, confirmed_on, strength, recorded_by,
                                             recorded_at)
      SELECT :id, :on, :strength, :by, :at
       WHERE NOT EXISTS (
         SELECT FROM (SELECT strength FROM relationship_confirmation
                       WHERE relationship_id = :id AND confirmed_on = :on
                       ORDER BY recorded_at DESC LIMIT 1) said
          WHERE said.strength IS NOT DISTINCT FROM :strength)
      """;

  private static final String LATEST =
      """
      UPDATE relationship r SET strength = said.strength, confirmed_on = said.confirmed_on
        FROM (SELECT strength, confirmed_on FROM relationship_confirmation
               WHERE relationship_id = :id
               ORDER BY confirmed_on DESC, recorded_at DESC LIMIT 1) said
       WHERE r.id = :id
      """;

  private final Jdbi jdbi;
  private final Relationships relationships;

  StoredRelationships(Jdbi jdbi, Relationships relationships) {
    this.jdbi = jdbi;
    this.relationships = relationships;
  }

  /**
   * What the same reporter said before of the same two beings and the same type, when that repeats
   * or contradicts it.
   *
   * @param same false when both can't be true: they overlap
   */
  public record Before(Relationship relationship, boolean same) {}

  /**
   * Empty when it was added. Two reports that come at the same moment, one under the id of a merged
   * record and one under its survivor's, are both kept; that harms nobody, since all readers count
   * a being once.
   *
   * @param from who its start is now
   * @param to who its end is now
   */
  public Optional<Before> add(Relationship relationship, UUID from, UUID to) {
    Optional<Before> before = before(relationship, from, to);
    if (before.isPresent() || insert(relationship)) {
      return before;
    }
    Relationship.Stated stated = relationship.stated();
    return before(relationship, stated.from().id(), stated.to().id())
        .or(() -> add(relationship, from, to));
  }

  private Optional<Before> before(Relationship wanted, UUID from, UUID to) {
    Relationship.Stated stated = wanted.stated();
    List<Relationship> said = relationships.between(from, to, stated.type(), wanted.by().partner());
    return said.stream()
        .filter(one -> one.stated().repeats(stated))
        .findFirst()
        .map(one -> new Before(one, true))
        .or(
            () ->
                said.stream()
                    .filter(one -> one.period().overlaps(wanted.period()))
                    .findFirst()
                    .map(one -> new Before(one, false)));
  }

  /** False when it overlaps one that was added just now. */
  private boolean insert(Relationship relationship) {
    Relationship.Stated stated = relationship.stated();
    var confidence = relationship.source().confidence();
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(ADD)
                    .bind("id", relationship.id())
                    .bind("type", stated.type())
                    .bindByType("fromCustomer", stated.from().customerId(), UUID.class)
                    .bindByType("fromParty", stated.from().partyId(), UUID.class)
                    .bindByType("toCustomer", stated.to().customerId(), UUID.class)
                    .bindByType("toParty", stated.to().partyId(), UUID.class)
                    .bindByType("from", stated.period().from(), LocalDate.class)
                    .bindByType("until", stated.period().until(), LocalDate.class)
                    .bindByType("strength", stated.strength(), BigDecimal.class)
                    .bind("confirmedOn", relationship.confirmedOn())
                    .bind("form", relationship.source().form())
                    .bind("receivedAt", relationship.source().receivedAt().atOffset(ZoneOffset.UTC))
                    .bindByType(
                        "confidence",
                        confidence == null ? null : confidence.value(),
                        BigDecimal.class)
                    .bindByType("partner", relationship.by().partner(), String.class)
                    .bind("by", relationship.by().who())
                    .bind("at", relationship.recordedAt().atOffset(ZoneOffset.UTC))
                    .execute())
        == 1;
  }

  public void end(Relationship ended, Relationship.Ending how) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(END)
                .bind("id", ended.id())
                .bindByType("until", ended.period().until(), LocalDate.class)
                .bind("by", how.by())
                .bind("at", how.at().atOffset(ZoneOffset.UTC))
                .bindByType("reason", how.reason(), String.class)
                .execute());
  }

  /** By the day on which it was said the last word counts, whenever we hear of it. */
  public void confirm(Relationship confirmed, String by, Instant at) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(CONFIRM)
              .bind("id", confirmed.id())
              .bind("on", confirmed.confirmedOn())
              .bindByType("strength", confirmed.strength(), BigDecimal.class)
              .bind("by", by)
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .execute();
          handle.createUpdate(LATEST).bind("id", confirmed.id()).execute();
        });
  }
}
