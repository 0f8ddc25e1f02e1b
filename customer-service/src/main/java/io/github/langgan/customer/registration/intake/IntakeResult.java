package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sender is told of a form. */
sealed interface IntakeResult {

  record TakenIn(Intake intake, Position position) implements IntakeResult {}

  record SentBefore(Intake intake) implements IntakeResult {}

  /** The number stands for a form that says something else. */
  record OtherContent(UUID intakeId) implements IntakeResult {}

  /**
   * @param holder null when the sender may not see who it is
   */
  record IdentifierTaken(Identifier identifier, @Nullable CustomerId holder)
      implements IntakeResult {}

  /** It is of a person, and who has its identifier is an organisation, or the reverse. */
  record OtherKind(CustomerId holder) implements IntakeResult {}
}
