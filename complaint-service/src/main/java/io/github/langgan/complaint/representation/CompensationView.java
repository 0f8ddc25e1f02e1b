package io.github.langgan.complaint.representation;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.complaint.model.Compensation;
import io.github.langgan.complaint.model.CompensationState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CaseCompensation", description = "Points promised with the resolution.")
public record CompensationView(
    @Schema(required = true) UUID compensationId,
    @Schema(required = true, minimum = "1") long points,
    @Schema(required = true, description = "GIVEN or REFUSED once loyalty has said so")
        CompensationState state,
    @Schema(required = true) Instant promisedAt,
    @Schema(description = "When loyalty gave or refused them") @Nullable Instant settledAt,
    @Schema(description = "Why loyalty refused them, as a code", maxLength = 60)
        @Nullable String refusal,
    @Schema(description = "Of loyalty's answer, when the case is read")
        @Nullable FreshnessView freshness) {

  static CompensationView from(Compensation compensation, @Nullable FreshnessView freshness) {
    return new CompensationView(
        compensation.id().value(),
        compensation.points().value(),
        compensation.state(),
        compensation.promisedAt(),
        compensation.settledAt(),
        compensation.refusal(),
        freshness);
  }
}
