package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.PointsRedeemedV1;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Points;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.redeeming.RedemptionOutcome.CardNotActive;
import io.github.langgan.loyalty.redeeming.RedemptionOutcome.InsufficientPoints;
import io.github.langgan.loyalty.redeeming.RedemptionOutcome.Redeemed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spends a member's points, those that expire soonest first. */
@Singleton
class RedeemPoints {

  private final Aliases aliases;
  private final Memberships memberships;
  private final PresentedCards presentedCards;
  private final Ledger ledger;
  private final Redemptions redemptions;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  RedeemPoints(
      Aliases aliases,
      Memberships memberships,
      PresentedCards presentedCards,
      Ledger ledger,
      Redemptions redemptions,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.presentedCards = presentedCards;
    this.ledger = ledger;
    this.redemptions = redemptions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param named the membership that the caller named: the redemption counts for the record that it
   *     came for, also when another membership holds its points
   * @param card the number of one that was presented; null: the member is known otherwise
   */
  @Transactional
  public RedemptionOutcome redeem(Membership named, Points points, @Nullable String card) {
    aliases.resolve(named.cameFor().value());
    Membership holder = memberships.holding(named.id());
    Instant now = clock.instant();
    Map<String, Object> details = new HashMap<>(Map.of("points", points.value()));
    if (card != null) {
      Optional<Card> presented = presentedCards.of(holder.id(), card);
      if (presented.filter(one -> one.isActive(now)).isEmpty()) {
        return new CardNotActive(presented.map(one -> one.stateAt(now)).orElse(null));
      }
      details.put("card", presented.get().id().toString());
    }
    MemberAccount account = ledger.lock(holder);
    long available = account.spendable(points.value(), now);
    if (available < points.value()) {
      return new InsufficientPoints(available);
    }
    RedemptionId id = RedemptionId.next();
    Entry entry = account.redeem(points.value(), Occasion.of(id).thatCameFor(named.cameFor()), now);
    ledger.write(List.of(account));
    Redemption redemption =
        new Redemption(id, named.id(), named.cameFor(), entry.id(), points.value(), 0, now, 1);
    redemptions.add(redemption);
    audit.record("points.redeemed", "redemption", id, "", details);
    return new Redeemed(
        redemption, account.balance(now), outbox.append(PointsRedeemedV1.of(entry)));
  }
}
