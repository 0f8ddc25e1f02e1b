package io.github.langgan.customer.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a customer has from records that were merged into it: the records, and the values that came
 * for one of them.
 */
public record MergedParts(
    List<UUID> records,
    Map<Contact, UUID> contacts,
    Map<Identifier, UUID> identifiers,
    Map<Note, UUID> notes) {

  public static MergedParts none() {
    return new MergedParts(List.of(), Map.of(), Map.of(), Map.of());
  }
}
