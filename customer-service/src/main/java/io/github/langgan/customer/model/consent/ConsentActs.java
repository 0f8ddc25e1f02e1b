package io.github.langgan.customer.model.consent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.langgan.chassis.paging.Cursor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jspecify.annotations.Nullable;

/** All that customers said of being contacted. Rows are added, never changed. */
@Singleton
public class ConsentActs {

  private static final String ADD =
      """
      INSERT INTO consent_act (id, customer_id, kind, purpose, channels, text_version,
                               text_language, effective_at, expires_at, recorded_at, proof_method,
                               proof_reference, reason, reporter, partner, who)
      VALUES (:id, :customer, :kind, :purpose, :channels, :textVersion, :textLanguage, :effectiveAt,
              :expiresAt, :recordedAt, :proofMethod, :proofReference, :reason, :reporter, :partner,
              :who)
      """;

  private static final String COLUMNS =
      """
      asked.asked, a.id, a.customer_id, a.kind, a.purpose, array_to_string(a.channels, ',') AS channels,
      a.text_version, a.text_language, a.effective_at, a.expires_at, a.recorded_at, a.proof_method,
      a.proof_reference, a.reason, a.reporter, a.partner, a.who
      """;

  /** Of a customer and of all records that were merged into it, whichever of them is asked for. */
  private static final String OF_CUSTOMERS =
      """
        FROM (SELECT id AS asked, coalesce(merged_into, id) AS now FROM customer
               WHERE id = ANY(:customers)) asked
       CROSS JOIN LATERAL (SELECT asked.now AS id
                           UNION ALL
                           SELECT id FROM customer WHERE merged_into = asked.now) record
        JOIN consent_act a ON a.customer_id = record.id
      """;

  private final Jdbi jdbi;

  ConsentActs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void add(ConsentAct act) {
    ConsentAct.ShownText text = act.text();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("id", act.id())
                .bind("customer", act.customerId())
                .bind("kind", act.kind())
                .bind("purpose", act.purpose())
                .bindByType("channels", channels(act), String[].class)
                .bind("textVersion", text == null ? null : text.version())
                .bind("textLanguage", text == null ? null : text.language())
                .bind("effectiveAt", act.effectiveAt().atOffset(ZoneOffset.UTC))
                .bindByType("expiresAt", time(act.expiresAt()), OffsetDateTime.class)
                .bind("recordedAt", act.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("proofMethod", act.proof().method())
                .bind("proofReference", act.proof().reference())
                .bind("reason", act.reason())
                .bind("reporter", act.reporter().kind())
                .bind("partner", act.reporter().partner())
                .bind("who", act.reporter().who())
                .execute());
  }

  /**
   * By the id that is asked for; those who said nothing are missing.
   *
   * @param knownAt what was recorded later is left out; null for all
   */
  public Map<UUID, List<ConsentAct>> of(Collection<UUID> customers, @Nullable Instant knownAt) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + OF_CUSTOMERS
                        + " WHERE :knownAt::timestamptz IS NULL OR a.recorded_at <= :knownAt")
                .bind("customers", customers.toArray(UUID[]::new))
                .bindByType("knownAt", time(knownAt), OffsetDateTime.class)
                .mapTo(ActRow.class)
                .collect(groupingBy(ActRow::asked, mapping(ActRow::act, toList()))));
  }

  /**
   * Latest said first.
   *
   * @param partner whose records are meant; null for all
   */
  public List<ConsentAct> list(
      UUID customer, @Nullable String partner, @Nullable Cursor after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + OF_CUSTOMERS
                        + """
                          WHERE (:before::timestamptz IS NULL
                                 OR (a.effective_at, a.id) < (:before, :id))
                            AND (:partner::text IS NULL
                                 OR EXISTS (SELECT FROM customer c
                                             WHERE c.id = a.customer_id AND c.partner = :partner))
                          ORDER BY a.effective_at DESC, a.id DESC LIMIT :limit
                        """)
                .bind("customers", new UUID[] {customer})
                .bindByType(
                    "before", after == null ? null : time(after.instant(0)), OffsetDateTime.class)
                .bindByType("id", after == null ? null : after.uuid(1), UUID.class)
                .bindByType("partner", partner, String.class)
                .bind("limit", limit)
                .mapTo(ActRow.class)
                .map(ActRow::act)
                .list());
  }

  /** Who those of them are now that were merged into others. */
  public Map<UUID, UUID> survivors(Collection<UUID> customers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, merged_into FROM customer
                     WHERE id = ANY(:customers) AND merged_into IS NOT NULL
                    """)
                .bind("customers", customers.toArray(UUID[]::new))
                .setMapKeyColumn("id")
                .setMapValueColumn("merged_into")
                .collectInto(new GenericType<Map<UUID, UUID>>() {}));
  }

  private static String @Nullable [] channels(ConsentAct act) {
    return act.channels().isEmpty()
        ? null
        : act.channels().stream().map(Enum::name).toArray(String[]::new);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
