package io.github.langgan.customer.network;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyId;
import org.jspecify.annotations.Nullable;

/** What came of a registration or of a change. */
sealed interface PartyResult {

  record Stored(Party party, Position position) implements PartyResult {}

  /** It is there, and so. */
  record AsWanted(Party party) implements PartyResult {}

  /**
   * Another party of the same registrant is that customer, or has such an identifier.
   *
   * @param other null when it came just now
   */
  record PartyKnown(@Nullable PartyId other) implements PartyResult {}

  /** It was a customer who was erased: nothing new is stored of it. */
  record ErasedParty() implements PartyResult {}

  /** There is none, or none that the caller may see. */
  record UnknownParty() implements PartyResult {}
}
