package io.github.langgan.loyalty.tiering;

import io.github.langgan.loyalty.model.tier.MemberTiers.ChangeRow;
import io.github.langgan.loyalty.model.tier.TierChange.Reason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "TierChange",
    description = "A tier became another one.",
    examples =
        """
        {"changeId":"019b0c2f-8a9b-7cad-8be0-f1a2b3c4d5e6","from":"BASIC","to":"SILVER",\
        "reason":"PURCHASE","cause":"019b0c2e-1a2b-7c3d-8e4f-5a6b7c8d9e0f","schemeVersion":1,\
        "until":"2028-01-31T17:00:00Z","at":"2026-03-02T04:00:01Z"}""")
record TierChangeView(
    @Schema(required = true) UUID changeId,
    @Schema(description = "Absent: none before") @Nullable String from,
    @Schema(required = true) String to,
    @Schema(
            required = true,
            description =
                "PURCHASE, RETURN: a transaction; POINTS: another change of points; CLOCK: validity"
                    + " or a grant is over; FREEZE: a freeze is over, or was heard of late; GRANT: staff; SCHEME: another"
                    + " version; MERGE, UNMERGE: of customers")
        Reason reason,
    @Schema(description = "The transaction, grant, freeze or merge; absent: nobody's act")
        @Nullable UUID cause,
    @Schema(required = true) int schemeVersion,
    @Schema(description = "As things stood then; absent: no time ended it") @Nullable Instant until,
    @Schema(required = true, description = "When it became known") Instant at) {

  static TierChangeView from(ChangeRow row) {
    return new TierChangeView(
        row.id(),
        row.fromLevel(),
        row.toLevel(),
        row.reason(),
        row.cause(),
        row.schemeVersion(),
        row.until(),
        row.at());
  }
}
