package io.github.langgan.loyalty.model.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a customer from being contacted, whatever it said.
 *
 * @param id of the request that restricts, or of the customer that died
 * @param customer the record that it came for
 * @param liftedAt null: it stands
 */
public record Hindrance(UUID id, UUID customer, Kind kind, @Nullable Instant liftedAt) {

  public enum Kind {
    RESTRICTION,
    DEATH
  }
}
