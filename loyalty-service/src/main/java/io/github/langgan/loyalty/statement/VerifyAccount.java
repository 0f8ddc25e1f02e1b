package io.github.langgan.loyalty.statement;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ledger.ChainHead;
import io.github.langgan.loyalty.statement.VerificationView.ChainView;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Computes chains and sums anew from what is stored (docs/adr/0021), each account in one state of
 * the database, and compares.
 */
@Singleton
class VerifyAccount {

  private static final String ENTRIES =
      """
      SELECT e.number, e.hash, entry_statement(e) AS statement,
             (SELECT coalesce(sum(points), 0) FROM posting WHERE entry_id = e.id) AS sum,
             (SELECT coalesce(sum(points), 0) FROM posting
               WHERE entry_id = e.id AND account_id = :account) AS points
        FROM entry e WHERE e.membership_id = :membership ORDER BY e.number
      """;

  private static final String ACCOUNT =
      """
      SELECT a.entries, a.head, a.balance, a.debt,
             (SELECT coalesce(sum(debt), 0) FROM entry WHERE membership_id = :membership) AS owed,
             (SELECT coalesce(sum(remaining), 0) FROM lot WHERE account_id = a.id) AS lots,
             (SELECT count(*) FROM lot l
               WHERE l.account_id = a.id
                 AND l.remaining <> (SELECT coalesce(sum(p.points), 0) FROM posting p
                                       JOIN entry e ON e.id = p.entry_id
                                      WHERE e.membership_id = :membership AND p.lot_id = l.id))
               AS wrong_lots,
             (SELECT count(*) FROM lot l JOIN program p ON p.id = a.program_id
               WHERE l.account_id = a.id AND l.lapses_after IS NOT NULL AND l.from_lot IS NULL
                 AND l.expires_at > lapse_time(greatest(a.active_on, local_day(l.earned_at, p.zone)),
                                               l.lapses_after, p.zone))
               AS late_lots
        FROM account a WHERE a.id = :account
      """;

  private static final int FETCHED = 500;

  private final Jdbi jdbi;
  private final Memberships memberships;

  VerifyAccount(Jdbi jdbi, Memberships memberships) {
    this.jdbi = jdbi;
    this.memberships = memberships;
  }

  record EntryRow(long number, byte[] hash, String statement, long sum, long points) {}

  record AccountRow(
      long entries,
      byte @Nullable [] head,
      long balance,
      long debt,
      long owed,
      long lots,
      long wrongLots,
      long lateLots) {}

  /**
   * @param holder one that is not united into another
   */
  VerificationView verify(Membership holder) {
    List<ChainView> chains =
        Stream.concat(
                Stream.of(holder),
                memberships.of(List.of(), List.of(holder.id())).stream()
                    .filter(Membership::isUnited))
            .map(this::verifyOne)
            .toList();
    return new VerificationView(
        holder.id().value(), chains.stream().allMatch(one -> one.fault() == null), chains);
  }

  private ChainView verifyOne(Membership membership) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> verify(handle, membership));
  }

  private static ChainView verify(Handle handle, Membership membership) {
    Chain chain = new Chain(membership.id().value());
    try (var rows =
        handle
            .createQuery(ENTRIES)
            .setFetchSize(FETCHED)
            .bind("membership", membership.id().value())
            .bind("account", membership.accountId())
            .mapTo(EntryRow.class)
            .iterator()) {
      chain.follow(rows);
    }
    return chain.compare(
        handle
            .createQuery(ACCOUNT)
            .bind("membership", membership.id().value())
            .bind("account", membership.accountId())
            .mapTo(AccountRow.class)
            .one());
  }

  /** As far as it was followed. */
  private static final class Chain {

    private final UUID membership;
    private ChainHead head = ChainHead.of(0, null);
    private long balance;
    private @Nullable String fault;

    Chain(UUID membership) {
      this.membership = membership;
    }

    void follow(Iterator<EntryRow> rows) {
      while (fault == null && rows.hasNext()) {
        EntryRow row = rows.next();
        ChainHead next = head.after(row.statement());
        fault = faultOf(row, next).orElse(null);
        if (fault == null) {
          head = next;
          balance += row.points();
        }
      }
    }

    private Optional<String> faultOf(EntryRow row, ChainHead next) {
      if (row.number() != next.entries()) {
        return Optional.of("the entry is missing");
      }
      if (!Arrays.equals(row.hash(), next.hash())) {
        return Optional.of("the entry is not as it was written");
      }
      if (row.sum() != 0) {
        return Optional.of("the postings do not sum to zero");
      }
      return balance + row.points() < 0 ? Optional.of("the balance is negative") : Optional.empty();
    }

    ChainView compare(AccountRow account) {
      if (fault != null) {
        return view(head.entries() + 1, fault);
      }
      ChainHead stored = ChainHead.of(account.entries(), account.head());
      if (stored.entries() != head.entries() || !Arrays.equals(stored.hash(), head.hash())) {
        return view(head.entries() + 1, "the account has another last entry");
      }
      if (account.balance() != balance) {
        return view(null, "the postings make " + balance + ", the balance is " + account.balance());
      }
      if (account.debt() != account.owed()) {
        return view(
            null, "the entries make a debt of " + account.owed() + ", it is " + account.debt());
      }
      if (account.lots() != balance || account.wrongLots() > 0) {
        return view(null, "what lots have left is not what their postings make");
      }
      if (account.lateLots() > 0) {
        return view(null, "lots lapse later than the last activity says");
      }
      return view(null, null);
    }

    private ChainView view(@Nullable Long brokenAt, @Nullable String why) {
      return new ChainView(
          membership, head.entries(), HexFormat.of().formatHex(head.hash()), brokenAt, why);
    }
  }
}
