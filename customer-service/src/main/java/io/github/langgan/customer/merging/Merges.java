package io.github.langgan.customer.merging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.model.consent.UnitedConsents;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All merges and proposals, with how far each service is. */
@Singleton
class Merges {

  static final String OWN = "customer";
  static final List<String> SERVICES = List.of(OWN, "profile", "loyalty", "complaint", "analytics");

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO merge (id, proposal, survivor_id, merged_id, asked_by, asked_at, operation_id,
                           fields, survivor_before, survivor_version, answer_by)
        SELECT :id, :answerBy::timestamptz IS NOT NULL, :survivor, :merged, :by, :at, :operation,
               :fields::json, CASE WHEN :answerBy::timestamptz IS NULL THEN to_jsonb(s) END,
               CASE WHEN :answerBy::timestamptz IS NULL THEN s.version + 1 END, :answerBy
          FROM customer s WHERE s.id = :survivor
      )
      INSERT INTO merge_answer (merge_id, service, answered_at, effects)
      SELECT :id, service, CASE WHEN service = :own THEN :at END,
             CASE WHEN service = :own THEN :effects::json END
        FROM unnest(:services::text[]) AS service
      """;

  private static final String LATER =
      """
      SELECT id FROM merge
       WHERE undone_at IS NULL AND NOT proposal
         AND (merged_id = :survivor OR survivor_id = :survivor AND survivor_version > :version)
       ORDER BY merged_id = :survivor DESC, survivor_version DESC LIMIT 1
      """;

  private static final String UNDO =
      """
      WITH own AS (
        UPDATE merge_answer SET undone_at = :at, undo_effects = '{}', conflicts = :conflicts::json
         WHERE merge_id = :id AND service = :own)
      UPDATE merge SET undo_operation_id = :operation, undone_by = :by, undone_at = :at,
                       never_match = :neverMatch
       WHERE id = :id
      """;

  private static final String CHANGED =
      """
      INSERT INTO customer_change (position, kind, merge_id, survivor_id, merged_id, at)
      SELECT :position, :kind, id, survivor_id, merged_id, :at FROM merge WHERE id = :id
      """;

  private final Jdbi jdbi;
  private final UnitedConsents consents;

  Merges(Jdbi jdbi, UnitedConsents consents) {
    this.jdbi = jdbi;
    this.consents = consents;
  }

  /**
   * Before the survivor changes, whose row is kept.
   *
   * @param answerBy null for a merge, which is no mere proposal
   */
  void add(
      UUID id,
      Pair pair,
      Survival survival,
      String by,
      Instant at,
      UUID operation,
      @Nullable Instant answerBy) {
    UUID survivor = pair.survivor().id().value();
    UUID merged = pair.merged().id().value();
    Effects effects = Effects.of(pair, survival, consents.of(survivor, merged, at));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("id", id)
                .bind("survivor", survivor)
                .bind("merged", merged)
                .bind("by", by)
                .bind("at", utc(at))
                .bind("operation", operation)
                .bind("fields", json(survival.fields()))
                .bindByType(
                    "answerBy", answerBy == null ? null : utc(answerBy), OffsetDateTime.class)
                .bind("own", OWN)
                .bind("effects", json(effects))
                .bind("services", SERVICES.toArray(String[]::new))
                .execute());
  }

  Optional<StoredMerge> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM merge WHERE id = :id")
                .bind("id", id)
                .mapTo(StoredMerge.class)
                .findOne());
  }

  /** One in force that was built upon this one. */
  Optional<UUID> laterThan(StoredMerge merge) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LATER)
                .bind("survivor", merge.survivorId())
                .bind("version", merge.survivorVersion())
                .mapTo(UUID.class)
                .findOne());
  }

  /**
   * A version that a correction made of a survivor.
   *
   * @param cameFor the record that the correction named
   */
  record Corrected(int version, UUID cameFor) {}

  /** In their order; merges and splits are none. */
  List<Corrected> correctionsSince(StoredMerge merge) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT version, coalesce(came_for, customer_id) AS came_for
                      FROM customer_correction
                     WHERE customer_id = :survivor AND version > :version
                       AND merge_id IS NULL
                     ORDER BY version
                    """)
                .bind("survivor", merge.survivorId())
                .bind("version", merge.survivorVersion())
                .mapTo(Corrected.class)
                .list());
  }

  void undo(
      UUID id,
      UUID operation,
      String by,
      Instant at,
      boolean neverMatch,
      List<Conflict> conflicts) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(UNDO)
                .bind("id", id)
                .bind("operation", operation)
                .bind("by", by)
                .bind("at", utc(at))
                .bind("neverMatch", neverMatch)
                .bind("conflicts", json(conflicts))
                .bind("own", OWN)
                .execute());
  }

  /**
   * @param position of the event, under the lock that was taken for it
   */
  void changed(long position, String kind, UUID id, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(CHANGED)
                .bind("position", position)
                .bind("kind", kind)
                .bind("id", id)
                .bind("at", utc(at))
                .execute());
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
