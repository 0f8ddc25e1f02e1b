package io.github.langgan.profile.inbound;

import io.github.langgan.profile.inbound.CustomerFacts.Contact;
import io.github.langgan.profile.inbound.CustomerFacts.Identifier;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** That a reference means a customer. */
record Naming(CustomerReference reference, UUID customerId) {

  /** All that a customer's own record says; its cards come from loyalty. */
  static Set<Naming> of(CustomerFacts facts) {
    UUID id = facts.customerId();
    Set<Naming> namings = new LinkedHashSet<>();
    namings.add(new Naming(CustomerReference.toCustomer(id), id));
    for (Contact contact : facts.contacts()) {
      switch (contact.type()) {
        case "EMAIL" -> namings.add(new Naming(CustomerReference.toEmail(contact.value()), id));
        case "PHONE" ->
            PhoneNumber.parse(contact.value())
                .ifPresent(phone -> namings.add(new Naming(CustomerReference.toPhone(phone), id)));
        default -> {
          // nobody is named by an address
        }
      }
    }
    for (Identifier identifier : facts.identifiers()) {
      namings.add(
          new Naming(CustomerReference.toIdentifier(identifier.source(), identifier.value()), id));
    }
    return namings;
  }
}
