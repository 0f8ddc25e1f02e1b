package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Source;
import java.time.Instant;
import java.util.UUID;

/**
 * What we know of a customer was corrected.
 *
 * @param customerVersion of the record, which the correction made
 * @param person the whole, as it is now
 * @param source of the correction
 */
public record CustomerUpdatedV1(
    UUID customerId,
    String kind,
    int customerVersion,
    Instant updatedAt,
    PersonV1 person,
    SourceV1 source)
    implements PublishedEvent {

  public static CustomerUpdatedV1 of(Customer customer, Source source) {
    return new CustomerUpdatedV1(
        customer.id().value(),
        customer.particulars().kind().name(),
        customer.version(),
        customer.changedAt(),
        PersonV1.of(customer.particulars()),
        SourceV1.of(source));
  }

  @Override
  public String type() {
    return "customer.updated";
  }

  @Override
  public UUID key() {
    return customerId;
  }
}
