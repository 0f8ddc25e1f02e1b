package io.github.langgan.chassis.operation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.github.langgan.chassis.problem.ProblemBody;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Long work as its starter sees it. */
@Schema(name = "Operation", description = "Work that outlives the request which started it")
public record OperationView(
    UUID operationId,
    @Schema(description = "What kind of work this is") String kind,
    OperationState state,
    Instant startedAt,
    Instant updatedAt,
    @Schema(description = "Items done") long done,
    @Schema(description = "Items that were refused") long failed,
    @Schema(description = "Items altogether, once known") @Nullable Long total,
    @Schema(description = "Where the result is, after success") @Nullable String resultLink,
    @Schema(description = "Why it failed", implementation = ProblemBody.class) @JsonRawValue
        @Nullable String problem) {}
