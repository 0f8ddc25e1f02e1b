package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.Death;
import java.util.Optional;

/** What came of a report, or of taking it back. */
sealed interface DeathResult {

  /**
   * @param position empty when it was reported so before
   */
  record Reported(Death death, Optional<Position> position) implements DeathResult {}

  record Revoked(Position position) implements DeathResult {}

  record NeverReported() implements DeathResult {}

  record NoPerson() implements DeathResult {}

  /** The customer was born later than it is said to have died. */
  record BeforeBirth() implements DeathResult {}

  record UnknownCustomer() implements DeathResult {}
}
