package io.github.langgan.loyalty.model.offer;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** All offers. What ends without a benefit gives its proposition's budget the benefit back. */
@Singleton
public class Offers {

  private final Jdbi jdbi;
  private final Propositions propositions;

  Offers(Jdbi jdbi, Propositions propositions) {
    this.jdbi = jdbi;
    this.propositions = propositions;
  }

  public Optional<Offer> find(OfferId id) {
    return select(" WHERE o.id = :id", query -> query.bind("id", id.value())).stream().findFirst();
  }

  /** Nobody else changes it until the commit; its customer's row is locked. */
  public Optional<Offer> lock(OfferId id) {
    return select(" WHERE o.id = :id FOR NO KEY UPDATE OF o", query -> query.bind("id", id.value()))
        .stream()
        .findFirst();
  }

  /** Of a member, and of those united into it, the newest first. */
  public List<Offer> of(Membership member, @Nullable OfferId before, int limit) {
    return select(
        """
         WHERE m.customer_id = :customer AND m.program_id = :program
           AND (:before::uuid IS NULL OR o.id < :before)
         ORDER BY o.id DESC LIMIT :limit
        """,
        query ->
            query
                .bind("customer", member.customer().value())
                .bind("program", member.program().value())
                .bind("before", before == null ? null : before.value())
                .bind("limit", limit));
  }

  /** Locks the open offers of these customers, by their ids. */
  public List<Offer> lockOpen(Collection<CustomerId> customers) {
    return select(
        """
         WHERE m.customer_id = ANY(:customers) AND o.state IN ('EXTENDED', 'SEEN')
         ORDER BY o.id FOR NO KEY UPDATE OF o
        """,
        query ->
            query.bind(
                "customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new)));
  }

  /** Locks the open offers to memberships that came for these records, by their ids. */
  public List<Offer> lockOpenOf(Collection<UUID> records) {
    return select(
        """
         WHERE coalesce(m.came_for, m.customer_id) = ANY(:records)
           AND o.state IN ('EXTENDED', 'SEEN')
         ORDER BY o.id FOR NO KEY UPDATE OF o
        """,
        query -> query.bind("records", records.toArray(UUID[]::new)));
  }

  /** Locks some open offers whose time is over; those in use are left. */
  public List<Offer> lockSomeDue(Instant now, int limit) {
    return select(
        """
         WHERE o.state IN ('EXTENDED', 'SEEN') AND o.expires_at <= :now
         ORDER BY o.expires_at LIMIT :limit FOR NO KEY UPDATE OF o SKIP LOCKED
        """,
        query -> query.bind("now", now.atOffset(ZoneOffset.UTC)).bind("limit", limit));
  }

  /** Of one that is locked. */
  public void change(Offer offer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE offer
                       SET state = :state, seen_at = :seen::timestamptz,
                           ended_at = :ended::timestamptz, entry_id = :entry, voucher_id = :voucher,
                           version = :version
                     WHERE id = :id
                    """)
                .bind("id", offer.id().value())
                .bind("state", offer.state())
                .bind("seen", text(offer.seenAt()))
                .bind("ended", text(offer.endedAt()))
                .bind("entry", offer.entry())
                .bind("voucher", offer.voucher())
                .bind("version", offer.version())
                .execute());
  }

  /**
   * Without their benefits; they are locked and open.
   *
   * @return what they are then
   */
  public List<Offer> end(List<Offer> open, OfferState as, Instant at) {
    if (open.isEmpty()) {
      return List.of();
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE offer SET state = :state, ended_at = :at, version = version + 1
                     WHERE id = ANY(:ids)
                    """)
                .bind("state", as)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("ids", open.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .execute());
    propositions.release(
        open.stream()
            .collect(
                Collectors.groupingBy(
                    Offer::proposition,
                    () -> new TreeMap<>(Comparator.comparing(PropositionId::value)),
                    Collectors.counting())));
    return open.stream().map(one -> one.ended(as, at)).toList();
  }

  void add(List<Offer> offers) {
    if (offers.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO offer (id, proposition_id, membership_id, state, occurrence,
                                       extended_at, expires_at)
                    SELECT id, proposition, membership, 'EXTENDED', occurrence, extended, expires
                      FROM unnest(:ids::uuid[], :propositions::uuid[], :memberships::uuid[],
                                  :occurrences::text[], :extended::timestamptz[],
                                  :expiries::timestamptz[])
                        AS n(id, proposition, membership, occurrence, extended, expires)
                    """)
                .bindMap(
                    new Columns<>(offers)
                        .uuids("ids", one -> one.id().value())
                        .uuids("propositions", one -> one.proposition().value())
                        .uuids("memberships", one -> one.membership().value())
                        .texts("occurrences", one -> one.occurrence().name())
                        .times("extended", Offer::extendedAt)
                        .times("expiries", Offer::expiresAt)
                        .arrays())
                .execute());
  }

  private List<Offer> select(String which, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        handle ->
            new ArrayList<>(
                bound
                    .apply(handle.createQuery(OfferRow.SELECT + which))
                    .mapTo(OfferRow.class)
                    .map(OfferRow::offer)
                    .list()));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
