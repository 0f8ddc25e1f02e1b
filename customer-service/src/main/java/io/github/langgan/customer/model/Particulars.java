package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a customer, all of it personal data. The same contact or identifier said twice is
 * kept once, where it was first said.
 */
public record Particulars(
    CustomerKind kind,
    CustomerName name,
    @Nullable BirthDate birthDate,
    List<Contact> contacts,
    List<Identifier> identifiers) {

  public Particulars {
    if (kind == CustomerKind.ORGANISATION && birthDate != null) {
      throw new InvalidValue("birthDate", "person-only", "an organisation has no birth date");
    }
    if (kind == CustomerKind.ORGANISATION && name.hasParts()) {
      throw new InvalidValue("name", "person-only", "an organisation has a full name only");
    }
    contacts = distinct(contacts);
    identifiers = identifiers.stream().distinct().toList();
  }

  private static List<Contact> distinct(List<Contact> stated) {
    Set<Object> seen = new HashSet<>();
    List<Contact> contacts = new ArrayList<>(stated.size());
    for (Contact contact : stated) {
      String key = contact.lookupKey();
      if (seen.add(key == null ? contact : key)) {
        contacts.add(contact);
      }
    }
    return List.copyOf(contacts);
  }
}
