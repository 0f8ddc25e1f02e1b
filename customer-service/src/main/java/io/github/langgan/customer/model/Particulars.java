package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a customer, all of it personal data. The same contact, identifier or note said
 * twice is kept once, where it was first said.
 */
public record Particulars(
    CustomerKind kind,
    CustomerName name,
    @Nullable BirthDate birthDate,
    @Nullable Gender gender,
    @Nullable Occupation occupation,
    @Nullable Language language,
    List<Contact> contacts,
    List<Identifier> identifiers,
    List<Note> notes) {

  public Particulars {
    if (kind == CustomerKind.ORGANISATION) {
      requireNone("birthDate", birthDate, "an organisation has no birth date");
      requireNone("gender", gender, "an organisation has no gender");
      requireNone("occupation", occupation, "an organisation has no occupation");
      requireNone("name", name.hasParts() ? name : null, "an organisation has a full name only");
    }
    contacts = distinct(contacts);
    identifiers = identifiers.stream().distinct().toList();
    notes = notes.stream().distinct().toList();
  }

  public Particulars withName(CustomerName other) {
    return new Particulars(
        kind, other, birthDate, gender, occupation, language, contacts, identifiers, notes);
  }

  public Particulars withContacts(List<Contact> others) {
    return new Particulars(
        kind, name, birthDate, gender, occupation, language, others, identifiers, notes);
  }

  public Particulars withOccupation(@Nullable Occupation other) {
    return new Particulars(
        kind, name, birthDate, gender, other, language, contacts, identifiers, notes);
  }

  private static void requireNone(String field, @Nullable Object value, String explanation) {
    if (value != null) {
      throw new InvalidValue(field, "person-only", explanation);
    }
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
