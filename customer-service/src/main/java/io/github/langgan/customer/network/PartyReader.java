package io.github.langgan.customer.network;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.network.HeldRole;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyDetails;
import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns a body into what is said of a party, or into a problem that names what is wrong. In a
 * transaction, until whose end the customer that it names is there.
 */
@Singleton
class PartyReader {

  private static final String USUAL_FORM = "API";

  private final BodyReader reader;
  private final Customers customers;
  private final NetworkRights rights;

  PartyReader(BodyReader reader, Customers customers, NetworkRights rights) {
    this.reader = reader;
    this.customers = customers;
    this.rights = rights;
  }

  /**
   * @param customerNow who the customer is that was named; null when none was
   */
  record Said(PartyDetails details, @Nullable CustomerId customerNow) {}

  private record Named(@Nullable CustomerId id, @Nullable CustomerId now) {}

  Said read(PartyRegistration body) {
    return read(body, body.kind(), null);
  }

  Said read(PartyChanges body, Party current) {
    Said said = read(body, current.details().particulars().kind().name(), current);
    said.details()
        .missing(current.details())
        .ifPresent(
            held -> {
              throw Problem.invalid(
                  "/roles",
                  "role-kept",
                  "a role is not taken away but ended, by validUntil: " + held.role());
            });
    return said;
  }

  private Said read(PartyStatement body, @Nullable String kind, @Nullable Party current) {
    Particulars particulars = reader.read(body, kind, USUAL_FORM, (said, source) -> said);
    List<HeldRole> roles = roles(body.roles() == null ? List.of() : body.roles());
    Named customer = customer(body.customerId(), particulars.kind(), current);
    try {
      return new Said(new PartyDetails(particulars, roles, customer.id()), customer.now());
    } catch (InvalidValue invalid) {
      throw Problem.invalid("/" + invalid.field(), invalid.code(), invalid.explanation());
    }
  }

  /** As it was named before, when it is still the same. */
  private Named customer(@Nullable UUID id, CustomerKind kind, @Nullable Party current) {
    if (id == null) {
      return new Named(null, null);
    }
    CustomerId named = new CustomerId(id);
    if (current != null && named.equals(current.customerNow())) {
      return new Named(current.details().customer(), named);
    }
    Customer customer =
        customers
            .hold(named, rights.visibility())
            .orElseThrow(() -> Problem.invalid("/customerId", "unknown", "is no customer"));
    if (customer.particulars().kind() != kind) {
      throw Problem.invalid("/customerId", "kind", "is a customer of the other kind");
    }
    return new Named(named, customer.id());
  }

  private static List<HeldRole> roles(List<RoleBody> bodies) {
    List<HeldRole> roles = new ArrayList<>(bodies.size());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      try {
        roles.add(bodies.get(i).toRole());
      } catch (InvalidValue invalid) {
        errors.add(
            new FieldError(
                "/roles/" + i + "/" + invalid.field(), invalid.code(), invalid.explanation()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    return roles;
  }
}
