package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.Balance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a merge, or its undoing, does here; one for each membership of the merged record. */
public record MergeEffectsV1(List<MembershipEffect> memberships) {

  public enum Outcome {
    /** The survivor is no member of the program: it has this membership. */
    MOVED,
    /** Both are members: the survivor's membership holds the points of both. */
    UNITED,
    /** Moved back. */
    RETURNED,
    /** United no more. */
    DIVIDED
  }

  /**
   * @param mergedMembership the membership that was, and will be, the merged record's
   * @param survivorMembership that it is united with; absent when it is not
   * @param points that go with it
   * @param balanceAfter of the membership that holds these points afterwards
   */
  public record MembershipEffect(
      UUID programId,
      Outcome outcome,
      UUID mergedMembership,
      @Nullable UUID survivorMembership,
      BalanceV1 points,
      BalanceV1 balanceAfter) {

    public static MembershipEffect of(
        UUID program,
        Outcome outcome,
        UUID merged,
        @Nullable UUID survivor,
        Balance points,
        Balance after) {
      return new MembershipEffect(
          program, outcome, merged, survivor, BalanceV1.of(points), BalanceV1.of(after));
    }
  }
}
