package io.github.langgan.customer.model;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of a record came from. Empty for what the customer doesn't have, and for a value
 * of which nobody knows, since it was corrected before that was noted.
 */
public final class Origins {

  private final Map<Integer, Provenance> versions;
  private final Map<Trait, Integer> traits;
  private final Map<Contact, Integer> contacts;
  private final Map<Identifier, Integer> identifiers;
  private final Map<Note, Integer> notes;

  /**
   * @param versions those that brought values; the other maps name them
   */
  Origins(
      Map<Integer, Provenance> versions,
      Map<Trait, Integer> traits,
      Map<Contact, Integer> contacts,
      Map<Identifier, Integer> identifiers,
      Map<Note, Integer> notes) {
    this.versions = Map.copyOf(versions);
    this.traits = Map.copyOf(traits);
    this.contacts = Map.copyOf(contacts);
    this.identifiers = Map.copyOf(identifiers);
    this.notes = Map.copyOf(notes);
  }

  public Optional<Provenance> of(Trait trait) {
    return version(traits.get(trait));
  }

  public Optional<Provenance> of(Contact contact) {
    return version(contacts.get(contact));
  }

  public Optional<Provenance> of(Identifier identifier) {
    return version(identifiers.get(identifier));
  }

  public Optional<Provenance> of(Note note) {
    return version(notes.get(note));
  }

  private Optional<Provenance> version(@Nullable Integer since) {
    return Optional.ofNullable(since).map(versions::get);
  }
}
