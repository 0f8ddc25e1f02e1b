package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/** What we read of {@code customer.erasure-requested}. */
record ErasureRequested(UUID requestId, UUID customerId, List<UUID> subjects) {

  static final String TYPE = "customer.erasure-requested";

  ErasureRequested {
    requireNonNull(requestId, "requestId");
    requireNonNull(customerId, "customerId");
    subjects = List.copyOf(subjects);
  }
}
