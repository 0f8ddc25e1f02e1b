package io.github.langgan.customer.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a value came to its customer.
 *
 * @param cameFor the merged record that it came for; null for the customer's own
 */
public record Brought(Origin origin, @Nullable UUID cameFor) {

  /**
   * @param record whose version it is; null for the customer's own
   */
  static Brought of(UUID customer, @Nullable UUID record, int version, @Nullable UUID cameFor) {
    return new Brought(new Origin(record == null ? customer : record, version), cameFor);
  }
}
