package io.github.langgan.loyalty.representation;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.tier.Held;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Membership",
    description = "A customer's enrolment in a program.",
    examples =
        """
        {"membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b",\
        "customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","card":{"number":"7000000123456787"},\
        "openedAt":"2026-01-05T03:00:00Z",\
        "balance":{"active":1500,"pending":0,"reserved":0,"spent":500,"expired":0,"debt":0},\
        "tier":{"code":"SILVER","name":"Silver","since":"2026-03-02T04:00:00Z",\
        "until":"2028-01-31T17:00:00Z"},\
        "freshness":{"asOf":"2026-01-12T03:15:00Z","lagMillis":40,"stale":false}}""")
public record MembershipView(
    @Schema(required = true) UUID membershipId,
    @Schema(required = true) UUID customerId,
    @Schema(description = "The customer that the record which was asked for was merged into")
        @Nullable UUID mergedInto,
    @Schema(
            description =
                "This membership, when another one was asked for that was united into it with a"
                    + " merge of two customers")
        @Nullable UUID unitedInto,
    @Schema(required = true) UUID programId,
    @Schema(required = true) CardView card,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true) BalanceView balance,
    @Schema(description = "Absent while the program has no tiers") @Nullable TierOfView tier,
    @Schema(description = "Of the purchases and returns that the balance includes")
        @Nullable FreshnessView freshness) {

  @Schema(name = "Card")
  public record CardView(
      @Schema(required = true, pattern = "^[0-9]{16}$", description = "With a Luhn check digit")
          String number) {}

  @Schema(name = "Balance", description = "Points.")
  public record BalanceView(
      @Schema(
              required = true,
              description =
                  "Can be spent; negative where the program lets balances be so, and more is owed")
          long active,
      @Schema(required = true, minimum = "0", description = "Earned, not yet to be spent")
          long pending,
      @Schema(
              required = true,
              minimum = "0",
              description = "Set aside for redemptions that nobody confirmed yet")
          long reserved,
      @Schema(required = true, minimum = "0", description = "Redeemed, less what was given back")
          long spent,
      @Schema(required = true, minimum = "0", description = "Not spent in time") long expired,
      @Schema(
              required = true,
              minimum = "0",
              description = "Should have gone with returns and was spent: later points pay it")
          long debt) {}

  @Schema(name = "Tier")
  public record TierOfView(
      @Schema(required = true) String code,
      @Schema(required = true) String name,
      @Schema(required = true) Instant since,
      @Schema(description = "When it falls as things stand; absent: no time ends it")
          @Nullable Instant until) {

    static @Nullable TierOfView from(@Nullable Held held) {
      return held == null
          ? null
          : new TierOfView(held.level().code(), held.level().name(), held.since(), held.until());
    }
  }

  public static MembershipView from(MembershipState state, @Nullable Held tier) {
    return from(state, tier, null);
  }

  public static MembershipView from(
      MembershipState state, @Nullable Held tier, @Nullable FreshnessView freshness) {
    return new MembershipView(
        state.membership().id().value(),
        state.membership().customer().value(),
        null,
        state.named().equals(state.membership().id()) ? null : state.membership().id().value(),
        state.membership().program().value(),
        new CardView(state.card().digits()),
        state.membership().openedAt(),
        new BalanceView(
            state.active(),
            state.pending(),
            state.reserved(),
            state.spent(),
            state.expired(),
            state.debt()),
        TierOfView.from(tier),
        freshness);
  }

  /**
   * @param record under which it was asked for
   */
  public MembershipView askedAs(UUID record) {
    return new MembershipView(
        membershipId,
        customerId,
        record.equals(customerId) ? null : customerId,
        unitedInto,
        programId,
        card,
        openedAt,
        balance,
        tier,
        freshness);
  }
}
