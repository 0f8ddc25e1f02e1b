package io.github.langgan.loyalty.voucher.issuing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Voucher;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a campaign's codes page by page, each read for itself: however slowly a receiver takes
 * them, no connection to the database waits for it.
 */
@Singleton
class ExportCodes {

  private static final int PAGE = 5_000;
  private static final UUID FIRST = new UUID(0, 0);

  private final Vouchers vouchers;
  private final Audit audit;

  ExportCodes(Vouchers vouchers, Audit audit) {
    this.vouchers = vouchers;
    this.audit = audit;
  }

  /** Before the first code leaves: who has them could use them. */
  @Transactional
  public void note(Campaign campaign) {
    audit.record("voucher-codes.downloaded", "voucher-campaign", campaign.id(), "", Map.of());
  }

  void write(Campaign campaign, CodeFormat format, OutputStream out) throws IOException {
    out.write(format.header().getBytes(US_ASCII));
    List<Voucher> page = vouchers.of(campaign.id(), FIRST, PAGE);
    while (!page.isEmpty()) {
      StringBuilder lines = new StringBuilder();
      page.forEach(one -> lines.append(format.line(one, campaign)));
      out.write(lines.toString().getBytes(US_ASCII));
      page = vouchers.of(campaign.id(), page.getLast().id(), PAGE);
    }
  }
}
