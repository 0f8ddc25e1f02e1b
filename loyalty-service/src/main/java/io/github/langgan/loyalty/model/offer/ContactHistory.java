package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Who was offered what, and who was not, and why. */
@Singleton
class ContactHistory {

  private final Jdbi jdbi;

  ContactHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those whose customer, by any of its records, got the proposition, or is of its control group.
   */
  Set<CustomerId> settled(PropositionId proposition, List<Membership> members) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT m.customer_id FROM membership m
                     WHERE m.customer_id = ANY(:customers)
                       -- OFFSET: looked up for each, never begun with all who got it
                       AND (EXISTS (SELECT FROM offer o
                                     WHERE o.proposition_id = :proposition
                                       AND o.membership_id = m.id OFFSET 0)
                         OR EXISTS (SELECT FROM offer_withheld w
                                     WHERE w.proposition_id = :proposition
                                       AND w.membership_id = m.id
                                       AND w.reason = 'CONTROL_GROUP' OFFSET 0))
                    """)
                .bind("customers", customers(members))
                .bind("proposition", proposition.value())
                .mapTo(UUID.class)
                .map(CustomerId::new)
                .collect(Collectors.toSet()));
  }

  /** How many offers of a program they got since then; of those missing: none. */
  Map<CustomerId, Long> extendedSince(Instant since, ProgramId program, List<Membership> members) {
    Map<CustomerId, Long> counts = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT m.customer_id, sum((SELECT count(*) FROM offer o
                                                WHERE o.membership_id = m.id
                                                  AND o.extended_at > :since)) AS count
                      FROM membership m
                     WHERE m.customer_id = ANY(:customers) AND m.program_id = :program
                     GROUP BY m.customer_id
                    """)
                .bind("customers", customers(members))
                .bind("program", program.value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        counts.put(
                            new CustomerId(row.getObject("customer_id", UUID.class)),
                            row.getLong("count")))
                .list());
    return counts;
  }

  void withhold(PropositionId proposition, Map<MembershipId, Withheld> reasons, Instant at) {
    if (reasons.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO offer_withheld AS w (proposition_id, membership_id, reason, at)
                    SELECT :proposition, membership, reason, :at
                      FROM unnest(:memberships::uuid[], :reasons::text[]) AS n(membership, reason)
                    ON CONFLICT (proposition_id, membership_id) DO UPDATE
                       SET reason = excluded.reason, at = excluded.at
                     WHERE w.reason <> 'CONTROL_GROUP'
                    """)
                .bindMap(
                    new Columns<>(new ArrayList<>(reasons.entrySet()))
                        .uuids("memberships", one -> one.getKey().value())
                        .texts("reasons", one -> one.getValue().name())
                        .arrays())
                .bind("proposition", proposition.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Who gets an offer now is not withheld one any more. */
  void forget(PropositionId proposition, List<Offer> extended) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM offer_withheld
                     WHERE proposition_id = :proposition AND membership_id = ANY(:memberships)
                    """)
                .bind("proposition", proposition.value())
                .bind(
                    "memberships",
                    extended.stream().map(one -> one.membership().value()).toArray(UUID[]::new))
                .execute());
  }

  private static UUID[] customers(List<Membership> members) {
    return members.stream().map(one -> one.customer().value()).distinct().toArray(UUID[]::new);
  }
}
