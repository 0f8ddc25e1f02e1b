package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.disclosure.DisclosureRequest;
import java.util.List;
import java.util.UUID;

/** What we read of {@code customer.access-requested}. */
record AccessRequested(UUID requestId, UUID customerId, List<UUID> subjects, String kind) {

  static final String TYPE = "customer.access-requested";

  AccessRequested {
    requireNonNull(requestId, "requestId");
    requireNonNull(customerId, "customerId");
    requireNonNull(kind, "kind");
    subjects = List.copyOf(subjects);
  }

  DisclosureRequest toRequest() {
    return new DisclosureRequest(requestId, customerId, subjects, kind.equals("ACCESS"));
  }
}
