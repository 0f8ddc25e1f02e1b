package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Registrant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or organisation in the network, customer or not.
 *
 * @param version 1 at registration, one more with each change
 * @param customerNow who the customer that it is was merged into; itself when it wasn't
 * @param partner that registered the party; null when the company's own staff did
 */
public record Party(
    PartyId id,
    int version,
    PartyDetails details,
    @Nullable CustomerId customerNow,
    @Nullable String partner,
    Instant registeredAt,
    Instant changedAt) {

  public static Party registered(
      PartyId id, PartyDetails details, @Nullable CustomerId now, Registrant by, Instant at) {
    return new Party(id, 1, details, now, by.partner(), at, at);
  }

  public Party changed(PartyDetails to, @Nullable CustomerId now, Instant at) {
    return new Party(id, version + 1, to, now, partner, registeredAt, at);
  }
}
