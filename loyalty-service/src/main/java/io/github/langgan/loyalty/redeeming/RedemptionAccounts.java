package io.github.langgan.loyalty.redeeming;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Whose accounts a redemption is about, however its members were merged or split since. */
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
    Redemption redemption = redemptions.find(id).orElseThrow();
    Payment own = payment(named.id(), redemption.customer(), redemption.entryId());
    List<Payment> others =
        redemptions.drawsOf(redemption).stream()
            .map(draw -> payment(draw.membership(), draw.customer(), draw.entryId()))
            .toList();
    var accounts =
        ledger.lock(
            Stream.concat(Stream.of(own), others.stream())
                .flatMap(payment -> Stream.of(payment.owner(), payment.payer()))
                .distinct()
                .toList());
    return new LockedRedemption(redemptions.find(id).orElseThrow(), own, others, accounts);
  }

  private Payment payment(MembershipId named, CustomerId record, UUID entry) {
    return new Payment(record, entry, memberships.holding(named), memberships.ofEntry(entry));
  }

  /** What it holds of which lots, in the order in which they are given back: the others' first. */
  List<HeldShare> shares(LockedRedemption locked) {
    UUID own = locked.own().payer().accountId();
    List<HeldShare> shares = redemptions.shares(locked.redemption().id());
    List<HeldShare> ordered = new ArrayList<>(shares.size());
    shares.stream().filter(share -> !share.accountId().equals(own)).forEach(ordered::add);
    shares.stream().filter(share -> share.accountId().equals(own)).forEach(ordered::add);
    return ordered;
  }

  /** The same by who pays, the member's own last; the lots are in the payers' hands then. */
  Map<Payment, List<Share>> byPayment(LockedRedemption locked, List<HeldShare> shares) {
    Map<UUID, List<Share>> byAccount =
        shares.stream()
            .collect(groupingBy(HeldShare::accountId, mapping(HeldShare::share, toList())));
    Map<Payment, List<Share>> byPayment = new LinkedHashMap<>();
    Stream.concat(locked.others().stream(), Stream.of(locked.own()))
        .filter(payment -> byAccount.containsKey(payment.payer().accountId()))
        .forEach(
            payment -> {
              List<Share> theirs = byAccount.get(payment.payer().accountId());
              ledger.fetch(
                  locked.account(payment.payer()), theirs.stream().map(Share::lotId).toList());
              byPayment.put(payment, theirs);
            });
    return byPayment;
  }

  /** Lets points that came back to the payer go on to the owner. */
  PassedOn passOn(
      LockedRedemption locked, Payment payment, Entry back, List<Share> shares, Instant now) {
    Entry last = back;
    if (payment.isPaidByOther()) {
      last =
          transfers
              .move(
                  payment.payer().isUnited() ? EntryKind.UNITED : EntryKind.DIVIDED,
                  locked.account(payment.payer()),
                  locked.account(payment.owner()),
                  shares,
                  Occasion.NONE.thatCameFor(payment.record()),
                  now)
              .came();
    }
    return new PassedOn(last, locked.account(payment.owner()).payDebt(back.kind(), last));
  }

  void write(LockedRedemption locked) {
    ledger.write(locked.accounts().values());
  }
}
