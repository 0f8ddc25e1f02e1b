package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The books. The database derives balances and what lots have left from the postings, and refuses
 * what would break the ledger (migration V3): here only facts are added.
 */
@Singleton
public class Ledger {

  private final Jdbi jdbi;
  private final Lots lots;
  private final Memberships memberships;
  private final Lapses lapses;
  private final ReturnPolicies returnPolicies;
  private final Clock clock;

  Ledger(
      Jdbi jdbi,
      Lots lots,
      Lapses lapses,
      Memberships memberships,
      ReturnPolicies returnPolicies,
      Clock clock) {
    this.lapses = lapses;
    this.jdbi = jdbi;
    this.lots = lots;
    this.memberships = memberships;
    this.returnPolicies = returnPolicies;
    this.clock = clock;
  }

  record LockedRow(
      UUID id,
      long balance,
      long debt,
      long entries,
      byte @Nullable [] head,
      @Nullable Instant pendingUntil,
      boolean lapsing) {

    boolean hasPending(Instant now) {
      return pendingUntil != null && pendingUntil.isAfter(now);
    }
  }

  /** Locks the accounts of the memberships until the commit, in the order of their ids. */
  public Map<MembershipId, MemberAccount> lock(Collection<Membership> memberships) {
    Map<UUID, LockedRow> rows = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, balance, debt, entries, head, pending_until,
                           active_on IS NOT NULL AS lapsing FROM account
                     WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE
                    """)
                .bind("ids", memberships.stream().map(Membership::accountId).toArray(UUID[]::new))
                .mapTo(LockedRow.class)
                .forEach(row -> rows.put(row.id(), row)));
    Map<MembershipId, MemberAccount> accounts = new HashMap<>();
    Debts debts = new OpenDebts(jdbi, returnPolicies);
    for (Membership membership : memberships) {
      UUID id = membership.accountId();
      LockedRow row = rows.get(id);
      ChainHead head = ChainHead.of(row.entries(), row.head());
      accounts.put(
          membership.id(),
          new MemberAccount(
              membership,
              row.balance(),
              row.debt(),
              head,
              row.lapsing(),
              lots.spendable(id),
              debts));
    }
    addPending(rows.values(), accounts.values());
    return accounts;
  }

  private void addPending(Collection<LockedRow> rows, Collection<MemberAccount> accounts) {
    Instant now = clock.instant();
    List<UUID> ids = rows.stream().filter(row -> row.hasPending(now)).map(LockedRow::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    Map<UUID, MemberAccount> byId = new HashMap<>();
    accounts.forEach(account -> byId.put(account.membership().accountId(), account));
    lots.pending(ids, now).forEach(one -> byId.get(one.accountId()).add(one.lot()));
  }

  public MemberAccount lock(Membership membership) {
    return lock(List.of(membership)).get(membership.id());
  }

  /**
   * Locks accounts that hold lots whose time is over, with these lots in their hands. Accounts that
   * someone else holds are left out.
   */
  public List<MemberAccount> lockSomeWithDueLots(Instant now, int lotsAtMost) {
    List<UUID> ids =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT a.id FROM account a
                         WHERE a.id IN (SELECT account_id FROM lot
                                         WHERE remaining > 0 AND expires_at < 'infinity'
                                           AND expires_at <= :now
                                         ORDER BY expires_at LIMIT :limit)
                         ORDER BY a.id FOR NO KEY UPDATE SKIP LOCKED
                        """)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("limit", lotsAtMost)
                    .mapTo(UUID.class)
                    .list());
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, MemberAccount> accounts = new HashMap<>();
    lock(memberships.withAccounts(ids))
        .values()
        .forEach(account -> accounts.put(account.membership().accountId(), account));
    lots.due(ids, now).forEach(one -> accounts.get(one.accountId()).add(one.lot()));
    return List.copyOf(accounts.values());
  }

  /** Puts these of its lots into the account's hands. */
  public void fetch(MemberAccount account, Collection<UUID> lotIds) {
    lots.withIds(lotIds).forEach(one -> account.add(one.lot()));
  }

  /** Stores what the accounts went through since they were locked. Once per account. */
  public void write(Collection<MemberAccount> accounts) {
    List<ChainedEntry> chained = new ArrayList<>();
    List<Head> withoutPostings = new ArrayList<>();
    List<Lots.OfAccount> newLots = new ArrayList<>();
    List<UUID> owners = new ArrayList<>();
    for (MemberAccount account : accounts) {
      List<ChainedEntry> chain = account.chain();
      chained.addAll(chain);
      if (!chain.isEmpty() && !chain.getLast().entry().movesMembersPoints()) {
        withoutPostings.add(new Head(account.membership().accountId(), chain.getLast().head()));
      }
      for (Lot lot : account.newLots()) {
        newLots.add(new Lots.OfAccount(account.membership().accountId(), lot));
        owners.add(account.membership().cameFor().value());
      }
    }
    if (!newLots.isEmpty()) {
      lots.add(newLots, owners);
    }
    jdbi.useHandle(
        handle -> {
          insert(handle, chained);
          advance(handle, withoutPostings);
          awaitActivation(handle, newLots);
        });
    lapses.postpone(accounts);
  }

  private record Head(UUID account, ChainHead head) {}

  /** Where no posting does it. */
  private static void advance(Handle handle, List<Head> heads) {
    if (heads.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            UPDATE account a SET entries = h.entries, head = h.hash
              FROM unnest(:accounts::uuid[], :entries::bigint[], :hashes::bytea[])
                     AS h(account, entries, hash)
             WHERE a.id = h.account
            """)
        .bindMap(
            new Columns<>(heads)
                .uuids("accounts", Head::account)
                .longs("entries", one -> one.head().entries())
                .bytes("hashes", one -> one.head().hash())
                .arrays())
        .execute();
  }

  /** Accounts know until when they have lots that can't be spent yet: most have none. */
  private static void awaitActivation(Handle handle, List<Lots.OfAccount> newLots) {
    List<Lots.OfAccount> pending =
        newLots.stream().filter(one -> one.lot().life().activeAt() != null).toList();
    if (pending.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            UPDATE account a SET pending_until = greatest(a.pending_until, p.until)
              FROM (SELECT account, max(active_at) AS until
                      FROM unnest(:accounts::uuid[], :times::timestamptz[]) AS l(account, active_at)
                     GROUP BY account) p
             WHERE a.id = p.account
            """)
        .bindMap(
            new Columns<>(pending)
                .uuids("accounts", Lots.OfAccount::accountId)
                .times("times", one -> one.lot().life().activeAt())
                .arrays())
        .execute();
  }

  private record Side(Entry entry, int number, Posting posting) {}

  private static void insert(Handle handle, List<ChainedEntry> chained) {
    if (chained.isEmpty()) {
      return;
    }
    List<Entry> entries = chained.stream().map(ChainedEntry::entry).toList();
    handle
        .createUpdate(
            """
            INSERT INTO entry (id, kind, membership_id, customer_id, at, transaction_id,
                               redemption_id, compensation_id, merge_id, transfer_id, rule_version,
                               shortfall, debt, note, number, hash)
            SELECT * FROM unnest(:ids::uuid[], :kinds::text[], :memberships::uuid[],
                                 :customers::uuid[], :times::timestamptz[], :transactions::uuid[],
                                 :redemptions::uuid[], :compensations::uuid[], :merges::uuid[],
                                 :transfers::uuid[],
                                 :ruleVersions::int[], :shortfalls::bigint[], :debts::bigint[],
                                 :notes::text[],
                                 :places::bigint[], :hashes::bytea[])
            """)
        .bindMap(EntryColumns.of(entries))
        .bindMap(
            new Columns<>(chained)
                .longs("places", one -> one.head().entries())
                .bytes("hashes", one -> one.head().hash())
                .arrays())
        .execute();
    List<Side> sides = sides(entries);
    if (sides.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            INSERT INTO posting (entry_id, number, kind, account_id, customer_id, lot_id, points)
            SELECT * FROM unnest(:entries::uuid[], :numbers::smallint[], :kinds::text[],
                                 :accounts::uuid[], :customers::uuid[], :lots::uuid[],
                                 :points::bigint[])
            """)
        .bindMap(
            new Columns<>(sides)
                .uuids("entries", side -> side.entry().id())
                .ints("numbers", Side::number)
                .texts("kinds", side -> side.entry().kind().name())
                .uuids("accounts", side -> side.posting().accountId())
                .uuids("customers", side -> side.entry().cameFor().value())
                .uuids("lots", side -> side.posting().lotId())
                .longs("points", side -> side.posting().points())
                .arrays())
        .execute();
  }

  private static List<Side> sides(List<Entry> entries) {
    List<Side> sides = new ArrayList<>(2 * entries.size());
    for (Entry entry : entries) {
      int number = 0;
      for (Posting posting : entry.postings()) {
        sides.add(new Side(entry, ++number, posting));
      }
    }
    return sides;
  }
}
