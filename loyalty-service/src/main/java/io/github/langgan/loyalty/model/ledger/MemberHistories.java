package io.github.langgan.loyalty.model.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.EarlierReturn;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.ReturnedLines;
import io.github.langgan.loyalty.model.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what members of a program bought, some members at a time: a handful of statements. */
@Singleton
public class MemberHistories {

  private final Memberships memberships;
  private final Transactions transactions;
  private final ReturnedLines returnedLines;
  private final Earnings earnings;

  MemberHistories(
      Memberships memberships,
      Transactions transactions,
      ReturnedLines returnedLines,
      Earnings earnings) {
    this.memberships = memberships;
    this.transactions = transactions;
    this.returnedLines = returnedLines;
    this.earnings = earnings;
  }

  /**
   * Of members by the order of their ids; one that is united into another is part of that.
   *
   * @param after null: from the first one
   */
  public List<MemberHistory> page(
      ProgramId program, @Nullable MembershipId after, int limit, Instant from, Instant to) {
    List<Membership> holders = memberships.holdersAfter(program, after, limit);
    Map<CustomerId, List<Purchase>> purchases =
        transactions.purchases(holders.stream().map(Membership::customer).toList(), from, to);
    Set<TransactionId> ids = new HashSet<>();
    purchases.values().forEach(all -> all.forEach(one -> ids.add(one.id())));
    Map<TransactionId, Map<Integer, Long>> returned = returned(ids);
    Map<MembershipId, MembershipId> holderOf = holderOf(holders);
    Map<MembershipId, Map<TransactionId, Long>> standing = standing(ids, holderOf);
    Map<MembershipId, TransactionId> first = first(holderOf);
    return holders.stream()
        .map(
            holder ->
                new MemberHistory(
                    holder,
                    purchases.getOrDefault(holder.customer(), List.of()).stream()
                        .map(one -> one.less(returned.getOrDefault(one.id(), Map.of())))
                        .flatMap(Optional::stream)
                        .toList(),
                    standing.getOrDefault(holder.id(), Map.of()),
                    first.get(holder.id())))
        .toList();
  }

  private Map<TransactionId, Map<Integer, Long>> returned(Collection<TransactionId> purchases) {
    return returnedLines.of(purchases).stream()
        .map(EarlierReturn::line)
        .collect(
            groupingBy(
                line -> line.purchase(),
                groupingBy(line -> line.purchaseLine(), summingLong(line -> line.quantity()))));
  }

  /** Of the holders themselves too. */
  private Map<MembershipId, MembershipId> holderOf(List<Membership> holders) {
    Map<CustomerId, MembershipId> byCustomer =
        holders.stream().collect(toMap(Membership::customer, Membership::id));
    Map<MembershipId, MembershipId> holderOf = new HashMap<>();
    memberships.of(List.of(), holders.stream().map(Membership::id).toList()).stream()
        .filter(one -> byCustomer.containsKey(one.customer()))
        .forEach(one -> holderOf.put(one.id(), byCustomer.get(one.customer())));
    return holderOf;
  }

  private Map<MembershipId, Map<TransactionId, Long>> standing(
      Collection<TransactionId> purchases, Map<MembershipId, MembershipId> holderOf) {
    return earnings.of(purchases).stream()
        .filter(earning -> holderOf.containsKey(earning.membership()))
        .collect(
            groupingBy(
                earning -> holderOf.get(earning.membership()),
                groupingBy(Earning::purchase, summingLong(Earning::standing))));
  }

  private Map<MembershipId, TransactionId> first(Map<MembershipId, MembershipId> holderOf) {
    Map<MembershipId, Earning> first = new HashMap<>();
    for (Earning earning : earnings.firstOf(holderOf.keySet())) {
      first.merge(
          holderOf.get(earning.membership()),
          earning,
          (a, b) -> a.entryId().toString().compareTo(b.entryId().toString()) <= 0 ? a : b);
    }
    return first.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, one -> one.getValue().purchase()));
  }
}
