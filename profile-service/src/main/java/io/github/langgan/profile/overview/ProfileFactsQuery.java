package io.github.langgan.profile.overview;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads what we hold of a customer in one statement. */
@Singleton
class ProfileFactsQuery {

  private static final String FACTS =
      """
      SELECT jsonb_build_object(
        'customer', jsonb_build_object(
          'kind', k.kind, 'fullName', k.full_name, 'givenName', k.given_name,
          'familyName', k.family_name, 'birthDate', k.birth_date,
          'registeredAt', k.registered_at, 'contacts', k.contacts, 'identifiers', k.identifiers),
        'usage', (
          SELECT jsonb_build_object(
                   'purchases', count(*) FILTER (WHERE type = 'PURCHASE'),
                   'returns', count(*) FILTER (WHERE type = 'RETURN'),
                   'firstPurchaseAt', min(occurred_at) FILTER (WHERE type = 'PURCHASE'),
                   'lastPurchaseAt', max(occurred_at) FILTER (WHERE type = 'PURCHASE'))
            FROM transaction WHERE customer_id = k.customer_id),
        'money', (
          SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.currency), '[]')
            FROM (SELECT currency,
                         coalesce(sum(total) FILTER (WHERE type = 'PURCHASE'), 0) AS spent,
                         coalesce(sum(total) FILTER (WHERE type = 'RETURN'), 0) AS returned
                    FROM transaction WHERE customer_id = k.customer_id GROUP BY currency) m),
        'favourites', (
          SELECT coalesce(jsonb_agg(to_jsonb(f) ORDER BY f.quantity DESC, f.product), '[]')
            FROM (SELECT l.product, max(l.name) AS name,
                         sum(l.returnable) AS quantity, count(DISTINCT l.transaction_id) AS purchases
                    FROM transaction_line l
                   WHERE l.customer_id = k.customer_id AND l.returnable > 0
                   GROUP BY l.product ORDER BY quantity DESC, l.product LIMIT 5) f),
        'memberships', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'membershipId', m.membership_id, 'programId', m.program_id,
                   'programName', m.program_name, 'cardNumber', m.card_number,
                   'openedAt', m.opened_at, 'active', m.active, 'pending', m.pending,
                   'debt', m.debt, 'tier', m.tier, 'tierSince', m.tier_since)
                   ORDER BY m.opened_at, m.membership_id), '[]')
            FROM known_membership m WHERE m.customer_id = k.customer_id),
        'openCases', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'caseId', c.case_id, 'kind', c.kind, 'channel', c.channel,
                   'category', c.category, 'subject', c.subject, 'status', c.status,
                   'openedAt', c.opened_at, 'resolutionDueAt', c.resolution_due_at,
                   'overdue', c.breached_at IS NOT NULL)
                   ORDER BY c.opened_at, c.case_id), '[]')
            FROM known_case c WHERE c.customer_id = k.customer_id AND c.ended_at IS NULL),
        'score', (
          SELECT jsonb_build_object(
                   'asOf', s.as_of, 'lastPurchaseAt', s.last_purchase_at,
                   'purchases', s.purchases, 'revenue', s.revenue, 'recency', s.recency,
                   'frequency', s.frequency, 'monetary', s.monetary)
            FROM known_score s WHERE s.customer_id = k.customer_id))::text
        FROM known_customer k WHERE k.customer_id = :id
      """;

  private final Jdbi jdbi;

  ProfileFactsQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<ProfileFacts> of(UUID customerId) {
    return jdbi.withHandle(
            handle ->
                handle.createQuery(FACTS).bind("id", customerId).mapTo(String.class).findOne())
        .map(json -> EventJson.read(json.getBytes(UTF_8), ProfileFacts.class));
  }
}
