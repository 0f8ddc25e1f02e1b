package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.DrawVouchers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes codes piece by piece, each piece and the note that it is made in one transaction: what dies
 * between two goes on behind the last, and neither makes too many nor too few.
 */
@Singleton
class MakeCodes implements DueWorkHandler {

  static final String KIND = "make-voucher-codes";

  private static final int PIECE = 10_000;

  private final Issuable issuable;
  private final Batches batches;
  private final DrawVouchers drawVouchers;
  private final Operations operations;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  MakeCodes(
      Issuable issuable,
      Batches batches,
      DrawVouchers drawVouchers,
      Operations operations,
      DueWork dueWork,
      Audit audit,
      Clock clock) {
    this.issuable = issuable;
    this.batches = batches;
    this.drawVouchers = drawVouchers;
    this.operations = operations;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /** Answers the operation. */
  @Transactional
  public UUID start(UUID campaign, int count) {
    issuable.require(campaign);
    UUID operation = operations.start(KIND);
    batches.add(operation, new CampaignId(campaign), count, clock.instant());
    dueWork.schedule(KIND, operation.toString(), clock.instant(), "");
    audit.record("voucher-codes.ordered", "voucher-campaign", campaign, "", Map.of("count", count));
    return operation;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(UUID.fromString(item.subject())));
  }

  private void run(UUID id) {
    Batches.Batch batch = batches.lock(id);
    Optional<Campaign> campaign = issuable.open(new CampaignId(batch.campaignId()));
    if (campaign.isEmpty()) {
      operations.fail(id, Problem.of(Issuable.CLOSED));
      return;
    }
    int piece = Math.min(PIECE, batch.left());
    int made = batch.made() + piece;
    drawVouchers.draw(campaign.get(), piece, id);
    batches.made(id, made);
    operations.progress(id, made, 0, (long) batch.count());
    if (made < batch.count()) {
      // a moment later: what is due with the piece that is just done counts as done by it
      dueWork.schedule(KIND, id.toString(), clock.instant().plus(Duration.ofMillis(1)), "");
    } else {
      operations.finish(
          id,
          URI.create("/v1/loyalty/voucher-campaigns/" + batch.campaignId() + "/vouchers/export"));
    }
  }
}
