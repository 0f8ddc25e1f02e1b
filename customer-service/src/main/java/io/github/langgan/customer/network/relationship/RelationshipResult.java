package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.customer.model.network.Relationships.Related;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of saying, confirming or ending a relationship. */
sealed interface RelationshipResult {

  record Established(Related related, Position position) implements RelationshipResult {}

  /** It was said before in these words. */
  record SaidBefore(UUID id) implements RelationshipResult {}

  /** It was said before in other words, of some of the same days. */
  record Overlaps(UUID id) implements RelationshipResult {}

  /**
   * @param position empty when it was so already, or nobody else is told
   */
  record Changed(Related related, Optional<Position> position) implements RelationshipResult {}

  /**
   * @param until when it ended, or was said to end
   */
  record EndedBefore(@Nullable LocalDate until) implements RelationshipResult {}

  /** It would end before it began. */
  record EndsBeforeItBegins() implements RelationshipResult {}

  /** There is none, or none that the caller may see. */
  record UnknownRelationship() implements RelationshipResult {}
}
