package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** All parties. Each question is one statement, so that no answer mixes two versions. */
@Singleton
public class Parties {

  private static final String WHOLE =
      """
      SELECT p.*, coalesce(c.merged_into, c.id) AS customer_now, part.*
        FROM (SELECT * FROM party WHERE %s ORDER BY id DESC LIMIT :limit) p
        LEFT JOIN customer c ON c.id = p.customer_id
        LEFT JOIN LATERAL (
          SELECT 1 AS part, position, type, value, address_lines, locality, region, postal_code,
                 country, NULL AS identifier_source, NULL::date AS role_from,
                 NULL::date AS role_until
            FROM party_contact WHERE party_id = p.id
          UNION ALL
          SELECT 2, position, NULL, value, NULL, NULL, NULL, NULL, NULL, source, NULL, NULL
            FROM party_identifier WHERE party_id = p.id
          UNION ALL
          SELECT 3, 0, role, NULL, NULL, NULL, NULL, NULL, NULL, NULL, valid_from, valid_until
            FROM party_role WHERE party_id = p.id) part ON true
       ORDER BY p.id DESC, part.part, part.position
      """;

  private static final String LISTED =
      """
      (:before::uuid IS NULL OR id < :before)
      AND (:partner::text IS NULL OR partner = :partner)
      AND (:kind::text IS NULL OR kind = :kind)
      AND (:name::text IS NULL OR lower(full_name) LIKE lower(:name))
      AND (:role::text IS NULL OR id IN (
             SELECT party_id FROM party_role
              WHERE role = :role AND daterange(valid_from, valid_until) @> :on::date))
      AND (:customer::uuid IS NULL OR customer_id IN (
             SELECT record.id FROM customer asked
               JOIN customer record ON coalesce(asked.merged_into, asked.id)
                                       IN (record.id, record.merged_into)
              WHERE asked.id = :customer))
      AND (:partnerName::text IS NULL OR partner_name = :partnerName)
      """;

  private final Jdbi jdbi;

  Parties(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Party> find(PartyId id, Viewer viewer) {
    return withIds(List.of(id.value()), viewer).stream().findFirst();
  }

  /** The party, which nobody else can change until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Party> lock(PartyId id, Viewer viewer) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM party WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id.value())
                .mapTo(UUID.class)
                .findOne());
    return find(id, viewer);
  }

  /** Those of them that somebody sees, newest first. */
  public List<Party> withIds(Collection<UUID> ids, Viewer viewer) {
    return jdbi.withHandle(
        handle ->
            PartyRows.read(
                handle
                    .createQuery(
                        WHOLE.formatted(
                            "id = ANY(:ids) AND (:partner::text IS NULL OR partner = :partner)"))
                    .bind("ids", ids.toArray(UUID[]::new))
                    .bindByType("partner", viewer.partner(), String.class)
                    .bind("limit", ids.size())));
  }

  /** Newest first. */
  public List<Party> list(
      PartyCriteria criteria, Viewer viewer, @Nullable PartyId before, int limit) {
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(WHOLE.formatted(LISTED))
                  .bindByType("before", before == null ? null : before.value(), UUID.class)
                  .bindByType("partner", viewer.partner(), String.class)
                  .bindByType("kind", name(criteria.kind()), String.class)
                  .bindByType("name", criteria.pattern(), String.class)
                  .bindByType("role", name(criteria.role()), String.class)
                  .bind("on", criteria.on())
                  .bindByType("customer", criteria.customer(), UUID.class)
                  .bindByType("partnerName", criteria.partnerName(), String.class)
                  .bind("limit", limit);
          return PartyRows.read(query);
        });
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
