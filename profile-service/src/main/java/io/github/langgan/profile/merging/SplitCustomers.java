package io.github.langgan.profile.merging;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.profile.contract.MergeUndoneV1;
import io.github.langgan.profile.merging.Belongings.Counts;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A merge is undone: each has again what came for it, also what came meanwhile. */
@Singleton
public class SplitCustomers {

  private final Aliases aliases;
  private final Belongings belongings;
  private final SplitConflicts conflicts;
  private final AppliedMerges merges;
  private final Clock clock;

  SplitCustomers(
      Aliases aliases,
      Belongings belongings,
      SplitConflicts conflicts,
      AppliedMerges merges,
      Clock clock) {
    this.aliases = aliases;
    this.belongings = belongings;
    this.conflicts = conflicts;
    this.merges = merges;
    this.clock = clock;
  }

  /**
   * The same again changes nothing.
   *
   * @param rename is given the records that are the merged customer's again, so that they are named
   *     as they were: only then is it known which later activity is either's
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MergeUndoneV1 split(UUID mergeId, UUID survivor, UUID merged, Consumer<Set<UUID>> rename) {
    Set<UUID> back = aliases.split(merged);
    Counts given = belongings.giveBack(merged, back, survivor);
    rename.accept(back);
    SplitConflicts.Found found = conflicts.of(mergeId, survivor, merged, back);
    merges.undo(mergeId, clock.instant());
    return new MergeUndoneV1(
        mergeId,
        clock.instant(),
        new MergeUndoneV1.Effects(
            given.transactions(), given.interactions(), given.timelineEntries(), found.total()),
        found.first());
  }
}
