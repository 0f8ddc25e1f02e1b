package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ledger.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about one membership, in the order of the events of the record that it was opened for:
 * merges don't change the key.
 */
interface MembershipEvent extends PublishedEvent {

  UUID membershipId();

  UUID customerId();

  /** The record that an entry's occasion came for, when that is another than the membership's. */
  static @Nullable UUID cameFor(Entry entry) {
    @Nullable CustomerId record = entry.otherRecord();
    return record == null ? null : record.value();
  }

  @Override
  default UUID key() {
    return customerId();
  }

  @Override
  default String subject() {
    return membershipId().toString();
  }
}
