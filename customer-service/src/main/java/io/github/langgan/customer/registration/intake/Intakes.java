package io.github.langgan.customer.registration.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.model.Confidence;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All forms that were taken in. */
@Singleton
class Intakes {

  /** Waits for the same form when it is just being taken in. */
  private static final String CLAIM =
      """
      INSERT INTO intake (id, form, external_id, partner, fingerprint, customer_id, outcome,
                          supplemented, received_at, confidence, said, details, recorded_by,
                          recorded_at)
      VALUES (:id, :form, :externalId, :partner, :fingerprint, :customer, :outcome, '{}',
              :receivedAt, :confidence, :said::json, :details::json, :recordedBy, :recordedAt)
      ON CONFLICT (partner, form, external_id) DO NOTHING
      """;

  private static final String SENT_BEFORE =
      """
      SELECT * FROM intake
       WHERE partner IS NOT DISTINCT FROM :partner AND form = :form AND external_id = :externalId
      """;

  private static final String SETTLE =
      """
      UPDATE intake SET customer_id = :customer, outcome = :outcome, supplemented = :supplemented
       WHERE id = :id
      """;

  /** Of a customer and of the records that were merged into it: each gives its latest. */
  private static final String OF_CUSTOMER =
      """
      SELECT i.*
        FROM (SELECT :customer::uuid AS id
              UNION ALL
              SELECT id FROM customer WHERE merged_into = :customer) record
       CROSS JOIN LATERAL (SELECT * FROM intake
                            WHERE customer_id = record.id
                              AND (:partner::text IS NULL OR partner = :partner)
                              AND (:form::text IS NULL OR form = :form)
                              AND (:before::uuid IS NULL OR id < :before)
                            ORDER BY id DESC LIMIT :limit) i
       ORDER BY i.id DESC LIMIT :limit
      """;

  private final Jdbi jdbi;

  Intakes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A form of the same number.
   *
   * @param same whether it says the same
   */
  record Before(Intake intake, boolean same) {}

  /** Empty when nobody sent the form before; then it has to be settled. */
  Optional<Before> claim(Intake intake, UUID fingerprint) {
    return jdbi.withHandle(
        handle -> {
          Optional<Before> before = Optional.empty();
          while (before.isEmpty() && !insert(handle, intake, fingerprint)) {
            before = sentBefore(handle, intake, fingerprint);
          }
          return before;
        });
  }

  void settle(Intake intake) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(SETTLE)
                .bind("id", intake.id())
                .bind("customer", intake.customerId())
                .bind("outcome", intake.outcome())
                .bind("supplemented", intake.supplemented().toArray(String[]::new))
                .execute());
  }

  Optional<Intake> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM intake WHERE id = :id")
                .bind("id", id)
                .mapTo(IntakeRow.class)
                .findOne()
                .map(IntakeRow::intake));
  }

  /**
   * The latest taken in first.
   *
   * @param partner that sent them; null for all
   */
  List<Intake> list(
      UUID customer,
      @Nullable String partner,
      @Nullable IntakeForm form,
      @Nullable UUID before,
      int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_CUSTOMER)
                .bind("customer", customer)
                .bindByType("partner", partner, String.class)
                .bindByType("form", form == null ? null : form.name(), String.class)
                .bindByType("before", before, UUID.class)
                .bind("limit", limit)
                .mapTo(IntakeRow.class)
                .map(IntakeRow::intake)
                .list());
  }

  private static Optional<Before> sentBefore(Handle handle, Intake intake, UUID fingerprint) {
    return handle
        .createQuery(SENT_BEFORE)
        .bindByType("partner", intake.by().partner(), String.class)
        .bind("form", intake.form())
        .bind("externalId", intake.externalId())
        .mapTo(IntakeRow.class)
        .findOne()
        .map(row -> new Before(row.intake(), row.fingerprint().equals(fingerprint)));
  }

  private static boolean insert(Handle handle, Intake intake, UUID fingerprint) {
    Confidence confidence = intake.source().confidence();
    return handle
            .createUpdate(CLAIM)
            .bind("id", intake.id())
            .bind("form", intake.form())
            .bind("externalId", intake.externalId())
            .bindByType("partner", intake.by().partner(), String.class)
            .bind("fingerprint", fingerprint)
            .bind("customer", intake.customerId())
            .bind("outcome", intake.outcome())
            .bind("receivedAt", intake.source().receivedAt().atOffset(ZoneOffset.UTC))
            .bindByType(
                "confidence", confidence == null ? null : confidence.value(), BigDecimal.class)
            .bind("said", json(intake.said()))
            .bind("details", json(intake.details()))
            .bind("recordedBy", intake.by().who())
            .bind("recordedAt", intake.recordedAt().atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
