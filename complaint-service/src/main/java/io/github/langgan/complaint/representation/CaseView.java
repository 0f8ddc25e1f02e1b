package io.github.langgan.complaint.representation;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.complaint.model.Case;
import io.github.langgan.complaint.model.CaseKind;
import io.github.langgan.complaint.model.CaseStatus;
import io.github.langgan.complaint.model.Compensation;
import io.github.langgan.complaint.model.Matter;
import io.github.langgan.complaint.model.Progress;
import io.github.langgan.complaint.model.Resolution;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Case", description = "An inquiry or a complaint.")
public record CaseView(
    @Schema(required = true) UUID caseId,
    @Schema(
            required = true,
            description = "After a merge the survivor, whichever record the case was opened for")
        UUID customerId,
    @Schema(required = true) CaseKind kind,
    @Schema(required = true, maxLength = 60) String channel,
    @Schema(required = true, maxLength = 60) String category,
    @Schema(required = true, maxLength = 200) String subject,
    @Schema(maxLength = 10_000) @Nullable String description,
    @Schema(required = true) CaseStatus status,
    @Schema(required = true) Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Schema(
            description =
                "The answer that the customer got; a closed case has none when its customer was"
                    + " erased before")
        @Nullable ResolutionView resolution,
    @Nullable Instant closedAt,
    @Schema(required = true) ClockView clock,
    @Nullable CompensationView compensation,
    @Schema(required = true, minimum = "1", description = "Also the ETag") long version) {

  @Schema(name = "CaseResolution")
  public record ResolutionView(
      @Schema(required = true, maxLength = 10_000) String summary,
      @Schema(required = true) Instant resolvedAt) {}

  public static CaseView from(Case shown) {
    return from(shown, null);
  }

  /**
   * @param freshness of loyalty's answer to a compensation
   */
  public static CaseView from(Case shown, @Nullable FreshnessView freshness) {
    Matter matter = shown.matter();
    Progress progress = shown.progress();
    Resolution resolution = progress.resolution();
    Compensation compensation = shown.compensation();
    return new CaseView(
        shown.id().value(),
        shown.owner().customer().value(),
        matter.kind(),
        matter.channel(),
        matter.category(),
        matter.subject(),
        matter.description(),
        progress.status(),
        progress.openedAt(),
        progress.acknowledgedAt(),
        resolution == null
            ? null
            : new ResolutionView(resolution.summary(), resolution.resolvedAt()),
        progress.closedAt(),
        ClockView.from(shown.clock()),
        compensation == null ? null : CompensationView.from(compensation, freshness),
        shown.version());
  }
}
