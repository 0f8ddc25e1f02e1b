package io.github.langgan.customer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A customer as it is read: each of its parts with the version that brought it, in order. */
record Whole(
    CustomerRow row,
    Map<Contact, Integer> contacts,
    Map<Identifier, Integer> identifiers,
    Map<Note, Integer> notes) {

  static Whole of(CustomerRow row) {
    return new Whole(row, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  Customer customer() {
    return row.with(
        List.copyOf(contacts.keySet()),
        List.copyOf(identifiers.keySet()),
        List.copyOf(notes.keySet()));
  }

  Origins origins(Map<Integer, Provenance> versions) {
    return new Origins(versions, row.since(), contacts, identifiers, notes);
  }
}
