package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.CustomerId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes vouchers with codes that say nothing about each other. */
@Singleton
public class DrawVouchers {

  private final Vouchers vouchers;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DrawVouchers(Vouchers vouchers, Clock clock) {
    this.vouchers = vouchers;
    this.clock = clock;
  }

  /** Those whose codes were taken are drawn again. */
  public void draw(Campaign campaign, int count, UUID batch) {
    int missing = count;
    while (missing > 0) {
      List<Voucher> drawn = new ArrayList<>(missing);
      for (int i = 0; i < missing; i++) {
        drawn.add(draw(campaign, null, null));
      }
      missing -= vouchers.add(drawn, batch);
    }
  }

  /**
   * @param customer whom the record means now
   */
  public Voucher drawFor(CustomerId customer, CustomerId record, Campaign campaign) {
    Voucher voucher = draw(campaign, customer, record);
    while (vouchers.add(List.of(voucher), null) == 0) {
      voucher = draw(campaign, customer, record);
    }
    return voucher;
  }

  private Voucher draw(
      Campaign campaign, @Nullable CustomerId customer, @Nullable CustomerId record) {
    Instant now = clock.instant();
    CodeForm.Drawn form = (CodeForm.Drawn) campaign.codes();
    return new Voucher(
        UuidV7.next(),
        campaign.id(),
        VoucherCode.draw(form.canonicalPrefix(), form.length(), random),
        customer,
        record,
        now,
        campaign.period().endOfIssued(now),
        0,
        campaign.usesPerCode(),
        null);
  }
}
