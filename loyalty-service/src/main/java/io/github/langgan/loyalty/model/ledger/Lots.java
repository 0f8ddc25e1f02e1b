package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The lots of all accounts; those of an account are safe to read under its lock. */
@Singleton
class Lots {

  private static final int PAGE = 50;

  private static final String SELECT = "SELECT l.id AS source, " + LotRow.COLUMNS + " FROM lot l ";

  private final Jdbi jdbi;

  Lots(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record OfAccount(UUID accountId, Lot lot) {}

  List<OfAccount> withIds(Collection<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = ANY(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(LotRow.class)
                .map(LotRow::ofAccount)
                .list());
  }

  /** All that hold points, alive or not. */
  List<Lot> left(UUID accountId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE account_id = :account AND remaining > 0")
                .bind("account", accountId)
                .mapTo(LotRow.class)
                .map(row -> row.ofAccount().lot())
                .list());
  }

  /** Those of these accounts that can't be spent yet. */
  List<OfAccount> pending(Collection<UUID> accounts, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE account_id = ANY(:accounts) AND remaining > 0 AND active_at > :now")
                .bind("accounts", accounts.toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(LotRow.class)
                .map(LotRow::ofAccount)
                .list());
  }

  SpendableLots spendable(UUID accountId) {
    return (last, at) -> spendableAfter(accountId, last, at);
  }

  /** What is left of lots whose time is over, of these accounts, soonest first. */
  List<OfAccount> due(Collection<UUID> accounts, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE account_id = ANY(:accounts) AND remaining > 0"
                        + " AND expires_at <= :now ORDER BY expires_at, id")
                .bind("accounts", accounts.toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(LotRow.class)
                .map(LotRow::ofAccount)
                .list());
  }

  void add(List<OfAccount> lots, List<UUID> customers) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO lot (id, account_id, customer_id, entry_id, transaction_id, original,
                                     remaining, earned_at, active_at, expires_at, came_for,
                                     from_lot, lapses_after)
                    SELECT id, account_id, customer_id, entry_id, transaction_id, points, points, at,
                           active_at, coalesce(expires_at, 'infinity'),
                           nullif(came_for, customer_id), from_lot, lapses_after
                      FROM unnest(:ids::uuid[], :accounts::uuid[], :customers::uuid[],
                                  :entries::uuid[], :transactions::uuid[], :points::bigint[],
                                  :times::timestamptz[], :activations::timestamptz[],
                                  :expiries::timestamptz[],
                                  :records::uuid[], :sources::uuid[], :lapses::text[])
                             AS l(id, account_id, customer_id, entry_id, transaction_id, points, at,
                                  active_at, expires_at, came_for, from_lot, lapses_after)
                    """)
                .bindMap(
                    new Columns<>(lots)
                        .uuids("ids", one -> one.lot().id())
                        .uuids("accounts", OfAccount::accountId)
                        .uuids("entries", one -> one.lot().entryId())
                        .uuids("transactions", one -> transaction(one.lot()))
                        .longs("points", one -> one.lot().original())
                        .times("times", one -> one.lot().givenAt())
                        .times("activations", one -> one.lot().life().activeAt())
                        .times("expiries", one -> one.lot().expiresAt())
                        .uuids("records", one -> record(one.lot()))
                        .uuids("sources", one -> one.lot().fromLot())
                        .texts("lapses", one -> lapsesAfter(one.lot()))
                        .arrays())
                .bind("customers", customers.toArray(UUID[]::new))
                .execute());
  }

  private List<Lot> spendableAfter(UUID accountId, @Nullable Lot last, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE account_id = :account AND remaining > 0 AND expires_at > :now
                          AND (active_at IS NULL OR active_at <= :now)
                          AND (expires_at, id) > (coalesce(:expiry::timestamptz, '-infinity'), :id)
                        ORDER BY expires_at, id LIMIT :limit
                        """)
                .bind("account", accountId)
                .bind("now", at.atOffset(ZoneOffset.UTC))
                .bind("expiry", last == null ? null : expiry(last))
                .bind("id", last == null ? new UUID(0, 0) : last.id())
                .bind("limit", PAGE)
                .mapTo(LotRow.class)
                .map(row -> row.ofAccount().lot())
                .list());
  }

  private static @Nullable String lapsesAfter(Lot lot) {
    return lot.lapses() ? lot.life().lapsesAfter().toString() : null;
  }

  private static @Nullable UUID record(Lot lot) {
    return lot.cameFor() == null ? null : lot.cameFor().value();
  }

  private static String expiry(Lot lot) {
    return lot.expiresAt() == null ? "infinity" : lot.expiresAt().toString();
  }

  private static @Nullable UUID transaction(Lot lot) {
    return lot.transaction() == null ? null : lot.transaction().value();
  }
}
