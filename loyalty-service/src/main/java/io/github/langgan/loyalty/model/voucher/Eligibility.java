package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.voucher.Asked.Found;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a voucher may be used for an order, whatever other vouchers there are. */
record Eligibility(Order order, Shopper shopper, Instant now) {

  Optional<Refusal> refusal(Asked asked) {
    return Optional.ofNullable(
        switch (asked) {
          case Asked.NotFound(String typed, Refusal why) -> why;
          case Found found -> refusal(found);
        });
  }

  private @Nullable Refusal refusal(Found found) {
    Refusal ofVoucher = ofVoucher(found.voucher(), found.campaign());
    if (ofVoucher != null) {
      return ofVoucher;
    }
    Refusal ofShopper = ofShopper(found.voucher(), found.campaign());
    return ofShopper != null ? ofShopper : ofOrder(found.campaign());
  }

  private @Nullable Refusal ofVoucher(Voucher voucher, Campaign campaign) {
    @Nullable Instant from = campaign.period().from();
    @Nullable Instant until = voucher.endsIn(campaign);
    if (voucher.revokedAt() != null) {
      return Refusal.REVOKED;
    }
    if (campaign.isClosed()) {
      return Refusal.CLOSED;
    }
    if (from != null && now.isBefore(from)) {
      return Refusal.NOT_YET_VALID;
    }
    if (until != null && !now.isBefore(until)) {
      return Refusal.EXPIRED;
    }
    return voucher.isUsedUp() ? Refusal.USED_UP : null;
  }

  private @Nullable Refusal ofShopper(Voucher voucher, Campaign campaign) {
    if (voucher.customer() != null && !voucher.customer().equals(shopper.customer())) {
      return Refusal.OTHER_CUSTOMER;
    }
    if (campaign.asksWho() && shopper.customer() == null) {
      return Refusal.CUSTOMER_NEEDED;
    }
    if (campaign.program() != null && !shopper.programs().contains(campaign.program())) {
      return Refusal.NOT_A_MEMBER;
    }
    boolean tooOften =
        campaign.usesPerCustomer() != null
            && shopper.uses().getOrDefault(campaign.id(), 0L) >= campaign.usesPerCustomer();
    return tooOften ? Refusal.LIMIT_REACHED : null;
  }

  private @Nullable Refusal ofOrder(Campaign campaign) {
    if (!campaign.currency().equals(order.currency())) {
      return Refusal.CURRENCY;
    }
    if (campaign.terms().linesInScope(order.lines()).isEmpty()) {
      return Refusal.NO_PRODUCT_IN_SCOPE;
    }
    return campaign.terms().reachesMinimum(order.lines()) ? null : Refusal.MINIMUM_NOT_REACHED;
  }
}
