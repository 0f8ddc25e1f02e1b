package io.github.langgan.analytics.erasing;

import java.util.List;
import java.util.UUID;

/**
 * What is to be erased.
 *
 * @param subjects the customer and all records that were merged into it
 */
record Erasure(UUID requestId, UUID customerId, List<UUID> subjects) {

  UUID[] ids() {
    return subjects.toArray(UUID[]::new);
  }
}
