package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Share;
import io.github.langgan.loyalty.model.ledger.Transfers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Whose accounts a redemption is about, however its member was merged or split since. */
@Singleton
class RedemptionAccounts {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Ledger ledger;
  private final Transfers transfers;
  private final Redemptions redemptions;

  RedemptionAccounts(
      Aliases aliases,
      Memberships memberships,
      Ledger ledger,
      Transfers transfers,
      Redemptions redemptions) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.ledger = ledger;
    this.transfers = transfers;
    this.redemptions = redemptions;
  }

  /**
   * @param entry by which the owner got its points
   * @param payments of what the owner owes
   */
  record PassedOn(Entry entry, List<Entry> payments) {}

  /**
   * @param named the membership that the redemption names
   */
  LockedRedemption lock(Membership named, RedemptionId id) {
    aliases.resolve(named.cameFor().value());
    Membership owner = memberships.holding(named.id());
    Membership payer = memberships.ofEntry(redemptions.find(id).orElseThrow().entryId());
    var accounts = ledger.lock(Stream.of(owner, payer).distinct().toList());
    return new LockedRedemption(redemptions.find(id).orElseThrow(), owner, payer, accounts);
  }

  /** What it holds of which lots, which are in the payer's hands then. */
  List<Share> shares(LockedRedemption locked) {
    List<Share> shares = redemptions.shares(locked.redemption().id());
    ledger.fetch(locked.payerAccount(), shares.stream().map(Share::lotId).toList());
    return shares;
  }

  /** Lets points that came back to the payer go on to the owner, and writes both accounts. */
  PassedOn passOn(LockedRedemption locked, Entry back, List<Share> shares, Instant now) {
    Entry last = back;
    if (locked.isPaidByOther()) {
      last =
          transfers
              .move(
                  locked.payer().isUnited() ? EntryKind.UNITED : EntryKind.DIVIDED,
                  locked.payerAccount(),
                  locked.ownerAccount(),
                  shares,
                  Occasion.NONE.thatCameFor(locked.redemption().customer()),
                  now)
              .came();
    }
    List<Entry> payments = locked.ownerAccount().payDebt(back.kind(), last);
    ledger.write(locked.accounts().values());
    return new PassedOn(last, payments);
  }
}
