package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a member owes for points that returns should have taken. */
final class Debt {

  private final Membership membership;
  private final Debts debts;
  private @Nullable Map<CustomerId, Long> byRecord;
  private long total;

  /**
   * @param total when the account was locked
   */
  Debt(Membership membership, long total, Debts debts) {
    this.membership = membership;
    this.total = total;
    this.debts = debts;
  }

  /** Of one record. */
  record Part(CustomerId record, long points) {}

  long total() {
    return total;
  }

  /** By how much the balance is less. */
  long overdrawn() {
    return total > 0 && policy() == SpentPoints.NEGATIVE_BALANCE ? total : 0;
  }

  /** How much of a shortfall is owed. */
  long owedOf(long shortfall) {
    return shortfall > 0 && policy() != SpentPoints.WITHIN_BALANCE ? shortfall : 0;
  }

  boolean isPaidBy(EntryKind kind) {
    return total > 0 && policy().isPaidBy(kind);
  }

  /** Those of some records. */
  List<Part> parts(Predicate<CustomerId> which) {
    List<Part> parts = new ArrayList<>();
    if (total > 0) {
      known()
          .forEach(
              (record, points) -> {
                if (points > 0 && which.test(record)) {
                  parts.add(new Part(record, points));
                }
              });
    }
    return parts;
  }

  /**
   * @param by more; paid or moved: negative
   */
  void change(CustomerId record, long by) {
    if (by != 0) {
      known().merge(record, by, Long::sum);
      total += by;
    }
  }

  private Map<CustomerId, Long> known() {
    if (byRecord == null) {
      byRecord = new LinkedHashMap<>(total == 0 ? Map.of() : debts.of(membership));
    }
    return byRecord;
  }

  private SpentPoints policy() {
    return debts.policy(membership.program());
  }
}
