package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries that a member's account went through under a lock, and its balance after them. */
final class Journal {

  private final Membership membership;
  private final List<Entry> entries = new ArrayList<>();
  private final Debt debt;
  private long balance;

  Journal(Membership membership, long balance, Debt debt) {
    this.membership = membership;
    this.balance = balance;
    this.debt = debt;
  }

  /** What an entry says beside the change of lots. */
  record Remark(@Nullable Integer ruleVersion, long shortfall, long debt, @Nullable Unearned note) {
    static final Remark NONE = ofDebt(0);

    static Remark ofDebt(long change) {
      return new Remark(null, 0, change, null);
    }
  }

  /**
   * @param changes by lot
   * @param fundings what partners pay of it
   * @param pending of the balance afterwards
   */
  Entry record(
      UUID id,
      EntryKind kind,
      Instant at,
      Occasion occasion,
      Remark remark,
      Map<UUID, Long> changes,
      List<Funding> fundings,
      long pending) {
    balance += changes.values().stream().mapToLong(Long::longValue).sum();
    CustomerId record = occasion.cameFor() == null ? membership.cameFor() : occasion.cameFor();
    debt.change(record, remark.debt());
    Entry entry =
        new Entry(
            id,
            kind,
            membership.id(),
            membership.cameFor(),
            record,
            membership.program(),
            at,
            occasion,
            remark.ruleVersion(),
            remark.shortfall(),
            remark.debt(),
            remark.note(),
            postings(kind, changes, fundings),
            balance(pending));
    entries.add(entry);
    return entry;
  }

  /**
   * @param pending of the points
   */
  Balance balance(long pending) {
    return new Balance(balance - pending - debt.overdrawn(), pending, debt.total());
  }

  List<Entry> entries() {
    return entries;
  }

  private List<Posting> postings(EntryKind kind, Map<UUID, Long> changes, List<Funding> fundings) {
    List<Posting> postings = new ArrayList<>(changes.size() + 1);
    long sum = 0;
    for (var change : changes.entrySet()) {
      postings.add(new Posting(membership.accountId(), change.getKey(), change.getValue()));
      sum += change.getValue();
    }
    for (Funding funding : fundings) {
      postings.add(new Posting(funding.accountId(), null, -funding.points()));
      sum -= funding.points();
    }
    if (sum != 0) {
      postings.add(new Posting(kind.counterpart().idFor(membership.program()), null, -sum));
    }
    return postings;
  }
}
