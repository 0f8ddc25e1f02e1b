package io.github.langgan.customer.access;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.DocumentedCustomers;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Customers whom callers ask for by an id: the survivor, when the record was merged into another,
 * as far as the caller sees it. The answer then says who it is. A caller that sees none of it is
 * told what {@link CallerRights#missing} says.
 */
@Singleton
public class AskedCustomers {

  private final Customers customers;
  private final DocumentedCustomers documented;
  private final CallerRights rights;
  private final AnsweredIds answered;

  AskedCustomers(
      Customers customers,
      DocumentedCustomers documented,
      CallerRights rights,
      AnsweredIds answered) {
    this.customers = customers;
    this.documented = documented;
    this.rights = rights;
    this.answered = answered;
  }

  public Customer customer(UUID asked) {
    Customer customer =
        customers
            .find(new CustomerId(asked), rights.visibility())
            .orElseThrow(() -> rights.missing(asked));
    answered.answer(asked, customer.id().value());
    return customer;
  }

  public DocumentedCustomer documented(UUID asked) {
    DocumentedCustomer customer =
        documented
            .find(new CustomerId(asked), rights.visibility())
            .orElseThrow(() -> rights.missing(asked));
    answered.answer(asked, customer.customer().id().value());
    return customer;
  }
}
