package io.github.langgan.complaint.opening;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CustomerId;

/** What became of the wish to open a case. */
public sealed interface Opening {

  record Opened(Case opened, Position position) implements Opening {}

  /** No event told us of this customer, so far. */
  record UnknownCustomer(CustomerId customer) implements Opening {}
}
