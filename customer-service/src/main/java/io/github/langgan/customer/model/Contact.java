package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/** A way to reach a customer. Several customers may share one: a family has one telephone. */
public sealed interface Contact permits EmailAddress, PhoneNumber, PostalAddress {

  /** As it is written to people, in one line. */
  String value();

  /** Equal for all writings of the same contact; null for what nobody is looked up by. */
  @Nullable String lookupKey();

  ContactType type();
}
