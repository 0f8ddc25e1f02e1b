package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.VoucherIssuedV1;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.DrawVouchers;
import io.github.langgan.loyalty.model.voucher.Voucher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Gives a voucher to one customer, who alone may use it. */
@Singleton
class AssignVoucher {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Issuable issuable;
  private final DrawVouchers drawVouchers;
  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Customers customers;
  private final Outbox outbox;
  private final Audit audit;

  AssignVoucher(
      Issuable issuable,
      DrawVouchers drawVouchers,
      Aliases aliases,
      ErasedSubjects erased,
      Customers customers,
      Outbox outbox,
      Audit audit) {
    this.issuable = issuable;
    this.drawVouchers = drawVouchers;
    this.aliases = aliases;
    this.erased = erased;
    this.customers = customers;
    this.outbox = outbox;
    this.audit = audit;
  }

  sealed interface Assignment {

    record Assigned(Voucher voucher, Campaign campaign, Position position) implements Assignment {}

    record UnknownCustomer() implements Assignment {}

    record Closed() implements Assignment {}
  }

  /**
   * @param record of the customer, perhaps registered a moment ago
   */
  @Transactional
  public Assignment assign(UUID campaignId, CustomerId record) {
    issuable.require(campaignId);
    boolean known = Positions.await(() -> isRegistered(record), PATIENCE);
    CustomerId customer = new CustomerId(aliases.resolve(record.value()));
    if (!known || erased.contains(record.value())) {
      return new Assignment.UnknownCustomer();
    }
    return issuable
        .open(new CampaignId(campaignId))
        .<Assignment>map(campaign -> assign(campaign, customer, record))
        .orElseGet(Assignment.Closed::new);
  }

  private Assignment.Assigned assign(Campaign campaign, CustomerId customer, CustomerId record) {
    Voucher voucher = drawVouchers.drawFor(customer, record, campaign);
    audit.record(
        "voucher.issued",
        "voucher",
        voucher.id(),
        "",
        Map.of("campaign", campaign.id().toString(), "customer", record.toString()));
    return new Assignment.Assigned(
        voucher, campaign, outbox.append(VoucherIssuedV1.of(voucher, campaign, record)));
  }

  private boolean isRegistered(CustomerId record) {
    return customers.isRegistered(aliases.meaning(aliases.current(record.value())));
  }
}
