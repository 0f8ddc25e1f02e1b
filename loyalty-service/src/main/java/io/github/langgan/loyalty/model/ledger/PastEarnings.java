package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Facts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What purchases earned, to be explained. */
@Singleton
public class PastEarnings {

  private final Earnings earnings;
  private final CapUses capUses;

  PastEarnings(Earnings earnings, CapUses capUses) {
    this.earnings = earnings;
    this.capUses = capUses;
  }

  /** On one of these memberships. */
  public Optional<Earning> find(Collection<MembershipId> memberships, TransactionId purchase) {
    return earnings.of(List.of(purchase)).stream()
        .filter(one -> memberships.contains(one.membership()))
        .findFirst();
  }

  /** Under which the purchase was rated. */
  public Circumstances circumstancesOf(Earning earning, CompiledRules rules) {
    CapBook book = new CapBook();
    if (!rules.capped().isEmpty()) {
      capUses.of(List.of(earning.purchase())).forEach(book::know);
    }
    return new Circumstances(
        Objects.requireNonNullElse(earning.facts(), Facts.NONE),
        book.allowancesOf(earning, rules.capped()));
  }
}
