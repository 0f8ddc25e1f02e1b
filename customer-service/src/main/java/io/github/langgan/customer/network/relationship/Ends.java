package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.network.Being;
import io.github.langgan.customer.model.network.Node;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyId;
import io.github.langgan.customer.network.NetworkRights;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom callers mean. */
@Singleton
class Ends {

  private final AskedCustomers asked;
  private final Customers customers;
  private final Parties parties;
  private final NetworkRights rights;
  private final ErasedSubjects erasedSubjects;

  Ends(
      AskedCustomers asked,
      Customers customers,
      Parties parties,
      NetworkRights rights,
      ErasedSubjects erasedSubjects) {
    this.asked = asked;
    this.customers = customers;
    this.parties = parties;
    this.rights = rights;
    this.erasedSubjects = erasedSubjects;
  }

  record End(Node node, Being being, CustomerKind kind) {}

  End ofCustomer(UUID id) {
    return end(id, asked.customer(id));
  }

  /** Empty when the caller sees no such party. */
  Optional<End> ofParty(UUID id) {
    return parties.find(new PartyId(id), rights.viewer()).map(Ends::end);
  }

  /**
   * Empty, with an error, when it is none. A customer is not erased before the transaction ends.
   */
  Optional<End> read(String pointer, @Nullable NodeBody body, List<FieldError> errors) {
    if (body == null || (body.customerId() == null) == (body.partyId() == null)) {
      errors.add(new FieldError(pointer, "one-of", "needs a customerId or a partyId"));
      return Optional.empty();
    }
    boolean isCustomer = body.customerId() != null;
    Optional<End> end = isCustomer ? held(body.customerId()) : standing(body.partyId());
    if (end.isEmpty()) {
      errors.add(
          isCustomer
              ? new FieldError(pointer + "/customerId", "unknown", "is no customer")
              : new FieldError(pointer + "/partyId", "unknown", "is no party"));
    }
    return end;
  }

  /** Of a party that was an erased customer nothing new is said. */
  private Optional<End> standing(UUID id) {
    return erasedSubjects.contains(id) ? Optional.empty() : ofParty(id);
  }

  private Optional<End> held(UUID id) {
    return customers.hold(new CustomerId(id), rights.visibility()).map(found -> end(id, found));
  }

  private static End end(UUID named, Customer customer) {
    return new End(
        new Node.OfCustomer(new CustomerId(named)),
        new Being(customer.id().value(), true),
        customer.particulars().kind());
  }

  private static End end(Party party) {
    CustomerId customer = party.customerNow();
    return new End(
        new Node.OfParty(party.id()),
        customer == null ? new Being(party.id().value(), false) : new Being(customer.value(), true),
        party.details().particulars().kind());
  }
}
