package io.github.langgan.customer.model.consent;

import io.github.langgan.customer.model.ContactType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what means a customer is contacted. */
public enum ContactChannel {
  EMAIL(ContactType.EMAIL),
  PHONE(ContactType.PHONE),
  SMS(ContactType.PHONE),
  WHATSAPP(ContactType.PHONE),
  POSTAL(ContactType.POSTAL),
  APP(null);

  private final @Nullable ContactType contact;

  ContactChannel(@Nullable ContactType contact) {
    this.contact = contact;
  }

  /** What we must have of the customer to use it; empty when nothing of the record. */
  public Optional<ContactType> contact() {
    return Optional.ofNullable(contact);
  }
}
