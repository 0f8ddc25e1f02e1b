package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a voucher that an order uses, in the order of the events of the record that the
 * order came for; of the campaign, when it came for nobody. Merges don't change the key. Tells of a
 * code its last characters: who reads events could use it.
 */
interface VoucherEvent extends PublishedEvent {

  UUID voucherId();

  UUID campaignId();

  @Nullable UUID customerId();

  @Override
  default UUID key() {
    UUID customer = customerId();
    return customer == null ? campaignId() : customer;
  }

  @Override
  default String subject() {
    return voucherId().toString();
  }
}
