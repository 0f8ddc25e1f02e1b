package io.github.langgan.complaint.directory;

import io.github.langgan.complaint.model.CaseKind;
import io.github.langgan.complaint.model.CaseStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A case in a listing.")
public record CaseSummary(
    @Schema(required = true) UUID caseId,
    @Schema(required = true) UUID customerId,
    @Schema(required = true) CaseKind kind,
    @Schema(required = true, maxLength = 60) String channel,
    @Schema(required = true, maxLength = 60) String category,
    @Schema(required = true, maxLength = 200) String subject,
    @Schema(required = true) CaseStatus status,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true, description = "Promised to be resolved before then")
        Instant resolutionDueAt,
    @Schema(description = "When it was noticed that the promise was not kept")
        @Nullable Instant resolutionBreachedAt) {}
