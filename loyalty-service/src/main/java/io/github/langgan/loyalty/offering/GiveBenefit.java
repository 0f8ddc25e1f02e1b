package io.github.langgan.loyalty.offering;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.contract.OfferChangedV1;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.PointsGrantedV1;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.contract.VoucherIssuedV1;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Benefit;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.DrawVouchers;
import io.github.langgan.loyalty.model.voucher.Voucher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives what an offer promises; whoever calls keeps it from being given twice. */
@Singleton
class GiveBenefit {

  private static final ProblemType CLOSED = ProblemType.of("voucher-campaign-closed");

  private final Memberships memberships;
  private final Programs programs;
  private final Ledger ledger;
  private final SettleTiers settleTiers;
  private final Campaigns campaigns;
  private final DrawVouchers drawVouchers;

  GiveBenefit(
      Memberships memberships,
      Programs programs,
      Ledger ledger,
      SettleTiers settleTiers,
      Campaigns campaigns,
      DrawVouchers drawVouchers) {
    this.memberships = memberships;
    this.programs = programs;
    this.ledger = ledger;
    this.settleTiers = settleTiers;
    this.campaigns = campaigns;
    this.drawVouchers = drawVouchers;
  }

  /**
   * @param events of the benefit, and of the offer at last
   */
  record Given(Offer offer, List<PublishedEvent> events) {

    private static Given of(Offer accepted, List<? extends PublishedEvent> benefit, Instant now) {
      List<PublishedEvent> events = new ArrayList<>(benefit);
      events.add(OfferChangedV1.of(accepted, now));
      return new Given(accepted, events);
    }
  }

  /** Throws a {@link Problem} when its vouchers can't be had any more. */
  Given give(Offer offer, Benefit benefit, Instant now) {
    return switch (benefit.kind()) {
      case GIFT -> Given.of(offer.accepted(now, null, null), List.of(), now);
      case VOUCHER -> voucher(offer, new CampaignId(benefit.campaign()), now);
      case POINTS -> points(offer, benefit.points(), now);
    };
  }

  private Given voucher(Offer offer, CampaignId id, Instant now) {
    Campaign campaign =
        campaigns.hold(id).filter(one -> !one.isClosed()).orElseThrow(() -> Problem.of(CLOSED));
    Voucher voucher = drawVouchers.drawFor(offer.customer(), offer.cameFor(), campaign);
    return Given.of(
        offer.accepted(now, null, voucher.id()),
        List.of(VoucherIssuedV1.of(voucher, campaign, offer.cameFor())),
        now);
  }

  private Given points(Offer offer, long points, Instant now) {
    Membership holder = memberships.holding(offer.membership());
    Program program = programs.find(holder.program()).orElseThrow();
    Life life = program.lifeOfPointsGiven(now);
    MemberAccount account = ledger.lock(holder);
    Entry entry = account.grant(points, Occasion.NONE.thatCameFor(offer.cameFor()), life);
    List<Entry> payments = account.payDebt(entry);
    ledger.write(List.of(account));
    Offer accepted = offer.accepted(now, entry.id(), null);
    List<PublishedEvent> events = new ArrayList<>();
    events.add(PointsGrantedV1.of(entry, offer, life.expiresAt()));
    events.addAll(PointsDebtPaidV1.allOf(payments));
    if (!program.tierSchemes().isEmpty()) {
      UUID cause = offer.id().value();
      settleTiers
          .settle(List.of(holder), new Cause(TierChange.Reason.POINTS, cause), now)
          .forEach(change -> events.add(TierChangedV1.of(change)));
    }
    return Given.of(accepted, events, now);
  }
}
