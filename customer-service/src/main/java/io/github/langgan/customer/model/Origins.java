package io.github.langgan.customer.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of a record came from. Empty for what the customer doesn't have, and for a value
 * of which nobody knows, since it was corrected before that was noted.
 */
public final class Origins {

  private final Map<Origin, Provenance> versions;
  private final Map<Trait, Origin> traits;
  private final Map<Contact, Origin> contacts;
  private final Map<Identifier, Origin> identifiers;
  private final Map<Note, Origin> notes;

  /**
   * @param versions those that brought values; the other maps name them
   */
  Origins(
      Map<Origin, Provenance> versions,
      Map<Trait, Origin> traits,
      Map<Contact, Origin> contacts,
      Map<Identifier, Origin> identifiers,
      Map<Note, Origin> notes) {
    this.versions = Map.copyOf(versions);
    this.traits = Map.copyOf(traits);
    this.contacts = Map.copyOf(contacts);
    this.identifiers = Map.copyOf(identifiers);
    this.notes = Map.copyOf(notes);
  }

  /** Of parts only, and only of those that versions of these records brought. */
  Origins ofPartsBroughtBy(Set<UUID> records) {
    Map<Origin, Provenance> theirs = new HashMap<>(versions);
    theirs.keySet().removeIf(origin -> !records.contains(origin.record()));
    return new Origins(theirs, Map.of(), contacts, identifiers, notes);
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

  private Optional<Provenance> version(@Nullable Origin since) {
    return Optional.ofNullable(since).map(versions::get);
  }
}
