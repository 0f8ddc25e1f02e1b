package io.github.langgan.loyalty.model.voucher;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.voucher.Asked.Found;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of some codes apply to an order, and what each takes off. Of two that don't go together the
 * one that was named first stands; the discounts don't depend on the order of the codes. What one
 * refused code would have kept out may apply.
 */
public final class Evaluation {

  private static final Comparator<Found> ORDER_OF_APPLICATION =
      Comparator.comparing((Found one) -> Pricing.rank(one.campaign().terms().discount()))
          .thenComparing(one -> one.campaign().id().value());

  private final Order order;
  private final List<Asked> asked;
  private final Map<Asked, Refusal> refused = new IdentityHashMap<>();
  private final Map<Asked, Refusal> notStackable = new IdentityHashMap<>();
  private final Map<Asked, Deduction> deductions = new IdentityHashMap<>();

  private Evaluation(Order order, List<Asked> asked) {
    this.order = order;
    this.asked = asked;
  }

  private record Failure(Found one, Refusal why) {}

  /** One verdict for each code, in their order. */
  public static List<Verdict> of(List<Asked> asked, Order order, Shopper shopper, Instant now) {
    Evaluation evaluation = new Evaluation(order, asked);
    Eligibility eligibility = new Eligibility(order, shopper, now);
    asked.forEach(
        one -> eligibility.refusal(one).ifPresent(why -> evaluation.refused.put(one, why)));
    Optional<Failure> failure = evaluation.tryToPrice();
    while (failure.isPresent()) {
      evaluation.refused.put(failure.get().one(), failure.get().why());
      failure = evaluation.tryToPrice();
    }
    return asked.stream().map(evaluation::verdict).toList();
  }

  private Verdict verdict(Asked one) {
    if (refused.containsKey(one)) {
      return new Verdict.Refused(one, requireNonNull(refused.get(one)));
    }
    return notStackable.containsKey(one)
        ? new Verdict.Refused(one, Refusal.NOT_STACKABLE)
        : new Verdict.Applies((Found) one, requireNonNull(deductions.get(one)));
  }

  /** The first that can't be paid for; without it others may take more off. */
  private Optional<Failure> tryToPrice() {
    deductions.clear();
    Pricing pricing = new Pricing(order.lines(), order.currency());
    for (Found one : stacked().stream().sorted(ORDER_OF_APPLICATION).toList()) {
      Deduction deduction = pricing.deduct(one.campaign().terms());
      BigDecimal total = deduction.total();
      if (deduction.isNothing()) {
        return Optional.of(new Failure(one, Refusal.NOTHING_TO_DISCOUNT));
      }
      if (!one.campaign().budget().allows(one.spent(), total)) {
        return Optional.of(new Failure(one, Refusal.BUDGET_SPENT));
      }
      deductions.put(one, deduction);
    }
    return Optional.empty();
  }

  private List<Found> stacked() {
    notStackable.clear();
    List<Found> standing = new ArrayList<>();
    for (Asked one : asked) {
      if (one instanceof Found found && !refused.containsKey(one)) {
        if (standing.stream().allMatch(other -> goTogether(found.campaign(), other.campaign()))) {
          standing.add(found);
        } else {
          notStackable.put(found, Refusal.NOT_STACKABLE);
        }
      }
    }
    return standing;
  }

  private static boolean goTogether(Campaign one, Campaign other) {
    return !one.id().equals(other.id()) && one.stacking().goesWith(other.stacking());
  }
}
