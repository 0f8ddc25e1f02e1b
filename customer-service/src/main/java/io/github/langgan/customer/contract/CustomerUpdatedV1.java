package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.MergedParts;
import io.github.langgan.customer.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a customer was corrected.
 *
 * @param customerVersion of the record, which the correction made
 * @param person the whole, as it is now
 * @param source of the correction
 * @param merged the records that were merged into the customer; null without any
 */
public record CustomerUpdatedV1(
    UUID customerId,
    String kind,
    int customerVersion,
    Instant updatedAt,
    PersonV1 person,
    SourceV1 source,
    @Nullable List<UUID> merged)
    implements PersonalEvent {

  public static CustomerUpdatedV1 of(Customer customer, Source source, MergedParts merged) {
    return new CustomerUpdatedV1(
        customer.id().value(),
        customer.particulars().kind().name(),
        customer.version(),
        customer.changedAt(),
        PersonV1.of(customer.particulars(), merged),
        SourceV1.of(source),
        merged.records().isEmpty() ? null : merged.records());
  }

  @Override
  public String type() {
    return "customer.updated";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
