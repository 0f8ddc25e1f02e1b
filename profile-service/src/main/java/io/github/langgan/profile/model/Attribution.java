package io.github.langgan.profile.model;

import java.util.Set;

/** Whether it is known whose a transaction is, and if not, why. */
public enum Attribution {
  /** It belongs to a customer. */
  ATTRIBUTED,
  /** The partner named no customer; nobody will ever be found. */
  ANONYMOUS,
  /** No customer is known by what the partner named; one may still turn up. */
  WAITING,
  /** Several customers share what the partner named, so none of them is chosen. */
  AMBIGUOUS;

  /**
   * Of a transaction now.
   *
   * @param shared the references that several customers share
   */
  public static Attribution of(Transaction transaction, Set<CustomerReference> shared) {
    if (transaction.customerId() != null) {
      return ATTRIBUTED;
    }
    CustomerReference named = transaction.customer();
    if (named == null) {
      return ANONYMOUS;
    }
    return shared.contains(named) ? AMBIGUOUS : WAITING;
  }
}
