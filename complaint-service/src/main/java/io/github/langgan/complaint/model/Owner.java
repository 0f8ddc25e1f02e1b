package io.github.langgan.complaint.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a case is.
 *
 * @param cameFor the record that it came for, which may have been merged into the customer's since;
 *     the case's events stay with it, so that they keep their order
 */
public record Owner(CustomerId customer, CustomerId cameFor) {

  static Owner stored(UUID customer, @Nullable UUID cameFor) {
    CustomerId now = new CustomerId(customer);
    return new Owner(now, cameFor == null ? now : new CustomerId(cameFor));
  }

  /** Null when it is the customer's own record. */
  @Nullable UUID storedCameFor() {
    return cameFor.equals(customer) ? null : cameFor.value();
  }
}
