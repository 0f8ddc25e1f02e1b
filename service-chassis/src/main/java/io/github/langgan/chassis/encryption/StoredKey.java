package io.github.langgan.chassis.encryption;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code person_key}; not wrapped once it is destroyed. */
record StoredKey(UUID id, UUID dataSubject, byte @Nullable [] wrapped, @Nullable String wrappedBy) {

  PersonKey open(ServiceKeys serviceKeys) {
    return new PersonKey(
        id,
        dataSubject,
        wrapped == null || wrappedBy == null
            ? null
            : serviceKeys.unwrap(new WrappedKey(wrappedBy, wrapped)));
  }
}
