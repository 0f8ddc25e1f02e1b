package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.voucher.Asked;
import io.github.langgan.loyalty.model.voucher.Evaluation;
import io.github.langgan.loyalty.model.voucher.Shopper;
import io.github.langgan.loyalty.model.voucher.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what codes would give; changes and locks nothing. */
@Singleton
class ValidateVouchers {

  private final Aliases aliases;
  private final LookUpCodes lookUpCodes;
  private final Shoppers shoppers;
  private final UnknownCodes unknownCodes;
  private final Clock clock;

  ValidateVouchers(
      Aliases aliases,
      LookUpCodes lookUpCodes,
      Shoppers shoppers,
      UnknownCodes unknownCodes,
      Clock clock) {
    this.aliases = aliases;
    this.lookUpCodes = lookUpCodes;
    this.shoppers = shoppers;
    this.unknownCodes = unknownCodes;
    this.clock = clock;
  }

  List<Verdict> validate(Checkout checkout) {
    unknownCodes.requireFewBefore();
    Instant now = clock.instant();
    LookUpCodes.Known known = lookUpCodes.find(checkout.codes());
    List<Asked> asked = lookUpCodes.count(known, now);
    unknownCodes.count(asked);
    @Nullable CustomerId customer =
        checkout.customer() == null
            ? null
            : new CustomerId(aliases.current(checkout.customer().value()));
    Shopper shopper = shoppers.of(customer, known.campaigns().values(), now);
    return Evaluation.of(asked, checkout.order(), shopper, now);
  }
}
