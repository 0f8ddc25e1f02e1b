package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.profile.model.Owner;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Whose the things are that events tell of; each event names the record that it came for. */
record Owners(Map<UUID, UUID> meanings) {

  /** Holds until the transaction ends; to be asked for before any row is locked. */
  static Owners of(Collection<UUID> records, Aliases aliases) {
    return new Owners(aliases.resolve(records));
  }

  Owner of(UUID record) {
    return new Owner(meanings.get(record), record);
  }
}
