package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/** Which customers somebody may see; the others are as good as missing. */
public sealed interface Visibility {

  /**
   * @param partner that registered the customer, if one did
   */
  boolean includes(CustomerId id, @Nullable String partner);

  default boolean includes(Customer customer) {
    return includes(customer.id(), customer.partner());
  }

  record Everyone() implements Visibility {
    @Override
    public boolean includes(CustomerId id, @Nullable String partner) {
      return true;
    }
  }

  record RegisteredBy(String partner) implements Visibility {
    @Override
    public boolean includes(CustomerId id, @Nullable String registrant) {
      return partner.equals(registrant);
    }
  }

  record Oneself(CustomerId self) implements Visibility {
    @Override
    public boolean includes(CustomerId id, @Nullable String partner) {
      return self.equals(id);
    }
  }
}
