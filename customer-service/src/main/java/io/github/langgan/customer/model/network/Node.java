package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.CustomerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An end of a relationship, by the id that was named. */
public sealed interface Node {

  UUID id();

  record OfCustomer(CustomerId customer) implements Node {
    @Override
    public UUID id() {
      return customer.value();
    }
  }

  record OfParty(PartyId party) implements Node {
    @Override
    public UUID id() {
      return party.value();
    }
  }

  /** One of them is there. */
  static Node of(@Nullable UUID customer, @Nullable UUID party) {
    if (customer != null) {
      return new OfCustomer(new CustomerId(customer));
    }
    if (party != null) {
      return new OfParty(new PartyId(party));
    }
    throw new IllegalArgumentException("neither customer nor party");
  }

  default @Nullable UUID customerId() {
    return this instanceof OfCustomer ? id() : null;
  }

  default @Nullable UUID partyId() {
    return this instanceof OfParty ? id() : null;
  }
}
