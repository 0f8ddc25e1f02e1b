package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Trait;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the corrections of a survivor changed since a merge, and for which of the two each came.
 *
 * @param steps in their order
 * @param merged the merged record and those that were merged into it before; all other corrections
 *     came for the survivor
 * @param gaps some left no trace of what they changed: the erasure of a third record took it away
 */
record LaterCorrections(List<Step> steps, Set<UUID> merged, boolean gaps) {

  /** One correction. */
  record Step(UUID cameFor, Particulars before, Particulars after) {

    private boolean changes(Trait trait) {
      return !Objects.equals(trait.in(before), trait.in(after));
    }
  }

  /** The last one for the survivor that changed the trait. */
  Optional<Step> lastOfSurvivor(Trait trait) {
    return last(trait, step -> !merged.contains(step.cameFor()));
  }

  /** The last one for the merged record that changed the trait. */
  Optional<Step> lastOfMerged(Trait trait) {
    return last(trait, step -> merged.contains(step.cameFor()));
  }

  /** Whether one for the merged record took the value away. */
  <T> boolean mergedLost(
      Function<Particulars, List<T>> values, Function<T, Object> key, Object lost) {
    Predicate<Particulars> has =
        said -> values.apply(said).stream().map(key).anyMatch(lost::equals);
    return steps.stream()
        .filter(step -> merged.contains(step.cameFor()))
        .anyMatch(step -> has.test(step.before()) && !has.test(step.after()));
  }

  private Optional<Step> last(Trait trait, Predicate<Step> which) {
    return steps.stream()
        .filter(which)
        .filter(step -> step.changes(trait))
        .reduce((one, next) -> next);
  }
}
