package io.github.langgan.analytics.customervalue;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "One customer's figures. What isn't known is absent.")
record CustomerAnalytics(
    @Schema(required = true) UUID customerId,
    @Schema(description = "The survivor, when the id that was asked for was merged into it")
        @Nullable UUID mergedInto,
    @Schema(description = "Absent when nothing was bought") @Nullable RfmView rfm,
    @Schema(description = "Absent without any transaction") @Nullable ValueView value,
    @Schema(description = "Absent when no line's cost is known") @Nullable ProfitView profit,
    @Schema(required = true) StageView stage,
    @Schema(required = true) ServiceView service,
    @Schema(required = true, maxItems = 20) List<SegmentView> segments) {}
