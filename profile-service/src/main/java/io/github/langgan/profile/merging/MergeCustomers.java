package io.github.langgan.profile.merging;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.profile.contract.MergeAppliedV1;
import io.github.langgan.profile.contract.MergeEffectsV1;
import io.github.langgan.profile.contract.MergePreviewedV1;
import io.github.langgan.profile.merging.Belongings.Counts;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Two customers turned out to be one: all that the merged one has is the survivor's. */
@Singleton
public class MergeCustomers {

  private final Aliases aliases;
  private final Belongings belongings;
  private final SharedReferences references;
  private final AppliedMerges merges;
  private final PendingAttribution pendingAttribution;
  private final Clock clock;

  MergeCustomers(
      Aliases aliases,
      Belongings belongings,
      SharedReferences references,
      AppliedMerges merges,
      PendingAttribution pendingAttribution,
      Clock clock) {
    this.aliases = aliases;
    this.belongings = belongings;
    this.references = references;
    this.merges = merges;
    this.pendingAttribution = pendingAttribution;
    this.clock = clock;
  }

  /** The same again changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeAppliedV1 merge(UUID mergeId, UUID survivor, UUID merged) {
    List<CustomerReference> shared = shared(survivor, merged);
    long waiting = references.waiting(shared);
    aliases.merge(merged, survivor);
    Counts moved = belongings.move(merged, survivor);
    merges.add(mergeId, survivor, merged, clock.instant());
    pendingAttribution.lookFor(shared);
    return new MergeAppliedV1(mergeId, clock.instant(), effects(moved, waiting));
  }

  /** Changes nothing. */
  public MergePreviewedV1 preview(UUID proposalId, UUID survivor, UUID merged) {
    UUID moving = aliases.current(merged);
    boolean areOne = moving.equals(aliases.current(survivor));
    return new MergePreviewedV1(
        proposalId,
        clock.instant(),
        effects(
            areOne ? Counts.NONE : belongings.of(moving),
            references.waiting(shared(survivor, merged))));
  }

  private List<CustomerReference> shared(UUID survivor, UUID merged) {
    UUID one = aliases.current(survivor);
    UUID other = aliases.current(merged);
    return one.equals(other) ? List.of() : references.of(one, other);
  }

  private static MergeEffectsV1 effects(Counts counts, long waiting) {
    return new MergeEffectsV1(
        counts.transactions(), counts.interactions(), counts.timelineEntries(), waiting);
  }
}
