package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.EarlierReturn;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import io.github.langgan.loyalty.model.transaction.ReturnedLines;
import io.github.langgan.loyalty.model.transaction.Transaction;
import io.github.langgan.loyalty.model.transaction.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes worksheets: a handful of statements for a batch, whatever its size. Locks are
 * taken in one order everywhere: what ids mean, customers, transactions, accounts, each by id.
 */
@Singleton
public class Worksheets {

  private final Aliases aliases;
  private final Customers customers;
  private final Transactions transactions;
  private final ReturnedLines returnedLines;
  private final Memberships memberships;
  private final Programs programs;
  private final Ledger ledger;
  private final Lineage lineage;
  private final Earnings earnings;
  private final TakeBacks takeBacks;
  private final KnownCircumstances circumstances;
  private final CapUses capUses;

  Worksheets(
      Aliases aliases,
      Customers customers,
      Transactions transactions,
      ReturnedLines returnedLines,
      Memberships memberships,
      Programs programs,
      Ledger ledger,
      Lineage lineage,
      Earnings earnings,
      TakeBacks takeBacks,
      KnownCircumstances circumstances,
      CapUses capUses) {
    this.aliases = aliases;
    this.customers = customers;
    this.transactions = transactions;
    this.returnedLines = returnedLines;
    this.memberships = memberships;
    this.programs = programs;
    this.ledger = ledger;
    this.lineage = lineage;
    this.earnings = earnings;
    this.takeBacks = takeBacks;
    this.circumstances = circumstances;
    this.capUses = capUses;
  }

  /** Stores the transactions, known ones too, and reads all that rating them needs. */
  public Worksheet open(List<Transaction> batch) {
    Map<TransactionId, Transaction> involved = new LinkedHashMap<>();
    batch.forEach(one -> involved.merge(one.id(), one, Worksheets::theOneWithCustomer));
    Meanings meanings = meanings(involved.values());
    customers.lockAgainstEnrolment(meanings.all());
    Set<TransactionId> known = new HashSet<>(involved.keySet());
    known.addAll(returnedPurchases(involved.values()));
    known.removeAll(transactions.store(List.copyOf(involved.values()), meanings));
    if (!known.isEmpty()) {
      transactions.withIds(known).forEach(one -> involved.put(one.id(), one));
      meanings = meanings(involved.values());
    }

    List<Earning> standing = known.isEmpty() ? List.of() : earnings.of(known);
    List<Membership> found =
        memberships.of(
            meanings.all(), standing.stream().map(Earning::membership).distinct().toList());
    Worksheet sheet =
        new Worksheet(
            members(found.stream().filter(one -> !one.isUnited()).toList()),
            found.stream().filter(Membership::isUnited).toList(),
            only(Purchase.class, involved.values()),
            meanings);
    standing.forEach(sheet::know);
    ifAny(
        purchasesOfMembers(sheet, only(Purchase.class, involved.values())),
        keys -> earnings.underPartnersNumber(keys).forEach(sheet::know));
    List<EarlierReturn> earlier = known.isEmpty() ? List.of() : returnedLines.of(known);
    earlier.forEach(sheet::know);
    ifAny(returnsAmong(involved.values(), earlier), ids -> takeBacks.of(ids).forEach(sheet::know));
    ifAny(
        standing.stream().map(Earning::lotId).filter(Objects::nonNull).toList(),
        ids -> addLots(sheet, ids));
    circumstances.know(sheet, only(Purchase.class, involved.values()), standing);
    return sheet;
  }

  /** Writes what happened on the sheet. */
  public void close(Worksheet sheet) {
    ifAny(sheet.newReturns(), returnedLines::add);
    ledger.write(sheet.members().stream().map(Member::account).toList());
    ifAny(sheet.newEarnings(), earnings::add);
    ifAny(sheet.changedEarnings(), earnings::updateClaims);
    ifAny(sheet.changedCappedPoints(), capUses::put);
    ifAny(sheet.changedTakeBacks(), takeBacks::put);
  }

  private Meanings meanings(Collection<Transaction> transactions) {
    return new Meanings(
        aliases.resolve(
            transactions.stream()
                .map(Transaction::customer)
                .filter(Objects::nonNull)
                .map(CustomerId::value)
                .collect(Collectors.toSet())));
  }

  private List<Member> members(List<Membership> holders) {
    if (holders.isEmpty()) {
      return List.of();
    }
    Map<ProgramId, Program> promised =
        programs.withIds(holders.stream().map(Membership::program).toList());
    Map<MembershipId, MemberAccount> accounts = ledger.lock(holders);
    return holders.stream()
        .map(one -> new Member(promised.get(one.program()), accounts.get(one.id())))
        .toList();
  }

  private void addLots(Worksheet sheet, List<UUID> ids) {
    Map<UUID, MemberAccount> accounts = new LinkedHashMap<>();
    sheet.members().forEach(one -> accounts.put(one.membership().accountId(), one.account()));
    for (LotRow heir : lineage.heirsOf(ids)) {
      @Nullable MemberAccount account = accounts.get(heir.accountId());
      if (account != null) {
        account.add(heir.ofAccount().lot(), heir.source());
      }
    }
  }

  private static List<Earnings.Key> purchasesOfMembers(Worksheet sheet, List<Purchase> purchases) {
    List<Earnings.Key> keys = new ArrayList<>();
    for (Purchase purchase : purchases) {
      for (Member member : sheet.membersOf(purchase.customer())) {
        for (MembershipId held : sheet.heldBy(member.membership().id())) {
          keys.add(new Earnings.Key(held, purchase));
        }
      }
    }
    return keys;
  }

  private static List<TransactionId> returnedPurchases(Collection<Transaction> transactions) {
    return only(Return.class, transactions).stream()
        .flatMap(back -> back.lines().stream())
        .map(ReturnedLine::purchase)
        .toList();
  }

  private static List<TransactionId> returnsAmong(
      Collection<Transaction> transactions, List<EarlierReturn> earlier) {
    return Stream.concat(
            only(Return.class, transactions).stream().map(Return::id),
            earlier.stream().map(EarlierReturn::returned))
        .distinct()
        .toList();
  }

  private static <T extends Transaction> List<T> only(
      Class<T> type, Collection<Transaction> transactions) {
    return transactions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Transaction theOneWithCustomer(Transaction first, Transaction second) {
    return first.customer() == null ? second : first;
  }

  private static <T, C extends Collection<T>> void ifAny(C items, Consumer<C> action) {
    if (!items.isEmpty()) {
      action.accept(items);
    }
  }
}
