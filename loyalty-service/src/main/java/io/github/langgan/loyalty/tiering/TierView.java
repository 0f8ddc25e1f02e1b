package io.github.langgan.loyalty.tiering;

import io.github.langgan.loyalty.model.tier.Basis;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.tier.Standing;
import io.github.langgan.loyalty.representation.NextTierView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "MemberTier",
    description = "A member's tier as it is at this moment.",
    examples =
        """
        {"membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","schemeVersion":1,"code":"SILVER",\
        "name":"Silver","since":"2026-03-02T04:00:00Z","until":"2028-01-31T17:00:00Z",\
        "validUntil":"2027-12-31T17:00:00Z","counted":{"basis":"SPEND","amount":"7250000",\
        "from":"2025-12-31T17:00:00Z","to":"2026-12-31T17:00:00Z"},\
        "next":{"code":"GOLD","name":"Gold","from":"20000000","missing":"12750000"},\
        "frozen":[],"projected":{"at":"2026-12-31T17:00:00Z","code":"SILVER","name":"Silver"}}""")
record TierView(
    @Schema(required = true) UUID membershipId,
    @Schema(required = true) int schemeVersion,
    @Schema(required = true) String code,
    @Schema(required = true) String name,
    @Schema(required = true) Instant since,
    @Schema(description = "When it falls as things stand; absent: no time ends it")
        @Nullable Instant until,
    @Schema(
            description =
                "Until when purchases alone secure it; then come the days of grace. Absent for the"
                    + " first level, and for one that purchases don't secure.")
        @Nullable Instant validUntil,
    @Schema(required = true, description = "What counts now") CountedView counted,
    @Schema(description = "Absent on the highest level") @Nullable NextTierView next,
    @Schema(required = true, description = "Why it doesn't fall now, whatever is due")
        List<FrozenView> frozen,
    @Schema(description = "What staff gave, or the grace after a return; absent: bought alone")
        @Nullable FloorView given,
    @Schema(required = true, description = "If nothing more is bought") ProjectedView projected) {

  @Schema(name = "CountedForTier")
  record CountedView(
      @Schema(required = true) Basis basis,
      @Schema(required = true, description = "Points, or money in the program's currency")
          String amount,
      @Schema(description = "Absent for BALANCE") @Nullable Instant from,
      @Schema(description = "Absent for BALANCE") @Nullable Instant to) {}

  @Schema(name = "FrozenTier")
  record FrozenView(
      @Schema(required = true, description = "Of the complaint, or of the freeze that was stated")
          UUID id,
      @Schema(required = true) FreezeReason reason,
      @Schema(required = true) Instant since,
      @Schema(description = "Absent: nobody knows") @Nullable Instant until) {}

  @Schema(name = "GivenTier")
  record FloorView(
      @Schema(required = true) UUID id,
      @Schema(
              required = true,
              enumeration = {"GRANT", "RETURNED"})
          String kind,
      @Schema(required = true) String reason,
      @Schema(required = true) Instant until) {}

  @Schema(name = "ProjectedTier")
  record ProjectedView(
      @Schema(
              required = true,
              description =
                  "The end of the period; of BALANCE and ROLLING, of" + " the tier's validity")
          Instant at,
      @Schema(required = true) String code,
      @Schema(required = true) String name) {}

  static TierView from(MemberTier tier, Held held, Instant now) {
    Standing standing = held.standing();
    Projection projection = Projection.of(tier, held, now);
    return new TierView(
        tier.holder().id().value(),
        held.scheme().version(),
        held.level().code(),
        held.level().name(),
        held.since(),
        held.until(),
        standing.rank() == held.rank() ? standing.validUntil() : null,
        new CountedView(
            held.scheme().basis(),
            NextTierView.plain(standing.amount()),
            standing.periodStart(),
            standing.periodEnd()),
        NextTierView.after(held),
        held.freezes().stream()
            .map(one -> new FrozenView(one.id(), one.reason(), one.startsAt(), one.endsAt()))
            .toList(),
        held.floor() == null
            ? null
            : new FloorView(
                held.floor().id(),
                held.floor().kind().name(),
                held.floor().reason(),
                held.floor().endsAt()),
        new ProjectedView(projection.at(), projection.level().code(), projection.level().name()));
  }
}
