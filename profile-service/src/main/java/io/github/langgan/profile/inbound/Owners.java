package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.profile.model.Owner;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whose the things are that events tell of; each event names the record that it came for.
 *
 * @param erased those of whom nothing is stored any more
 */
record Owners(Map<UUID, UUID> meanings, Set<UUID> erased) {

  /** Holds until the transaction ends; to be asked for before any row is locked. */
  static Owners of(Collection<UUID> records, Aliases aliases, ErasedSubjects erased) {
    Map<UUID, UUID> meanings = aliases.resolve(records);
    return new Owners(meanings, erased.among(meanings.keySet()));
  }

  boolean isErased(UUID record) {
    return erased.contains(record);
  }

  Owner of(UUID record) {
    return new Owner(meanings.get(record), record);
  }
}
