package io.github.langgan.customer.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The golden record.
 *
 * @param version 1 at registration, one more with each correction
 * @param source of the registration
 * @param partner that registered the customer; null when the company's own staff did
 */
public record Customer(
    CustomerId id,
    int version,
    Particulars particulars,
    Source source,
    @Nullable String partner,
    Instant registeredAt,
    Instant changedAt) {

  public static Customer registered(
      CustomerId id, Particulars particulars, Source source, Registrant by, Instant at) {
    return new Customer(id, 1, particulars, source, by.partner(), at, at);
  }

  /** As it was at one of its versions. */
  public Customer at(int formerVersion, Particulars then, Instant recordedAt) {
    return new Customer(id, formerVersion, then, source, partner, registeredAt, recordedAt);
  }

  public Customer corrected(Particulars now, Instant at) {
    return new Customer(id, version + 1, now, source, partner, registeredAt, at);
  }
}
