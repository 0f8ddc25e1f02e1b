package io.github.langgan.profile.inbound;

import io.github.langgan.profile.inbound.CustomerFacts.Contact;
import io.github.langgan.profile.inbound.CustomerFacts.Identifier;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a reference means a record. */
record Naming(CustomerReference reference, UUID recordId) {

  /** What a customer's event says of the customer itself; its cards come from loyalty. */
  static Set<Naming> of(CustomerFacts facts) {
    return of(facts.customerId(), null, facts);
  }

  /** What the event of the customer says of a record that was merged into it. */
  static Set<Naming> ofMerged(UUID record, CustomerFacts facts) {
    return of(record, record, facts);
  }

  private static Set<Naming> of(UUID record, @Nullable UUID cameFor, CustomerFacts facts) {
    Set<Naming> namings = new LinkedHashSet<>();
    namings.add(new Naming(CustomerReference.toCustomer(record), record));
    for (Contact contact : facts.contacts()) {
      if (!Objects.equals(contact.cameFor(), cameFor)) {
        continue;
      }
      switch (contact.type()) {
        case "EMAIL" -> namings.add(new Naming(CustomerReference.toEmail(contact.value()), record));
        case "PHONE" ->
            PhoneNumber.parse(contact.value())
                .ifPresent(
                    phone -> namings.add(new Naming(CustomerReference.toPhone(phone), record)));
        default -> {
          // nobody is named by an address
        }
      }
    }
    for (Identifier identifier : facts.identifiers()) {
      if (Objects.equals(identifier.cameFor(), cameFor)) {
        namings.add(
            new Naming(
                CustomerReference.toIdentifier(identifier.source(), identifier.value()), record));
      }
    }
    return namings;
  }
}
