package io.github.langgan.profile.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The purchase that a return gives back. */
@Schema(requiredProperties = "externalId")
public record ReturnsRequest(
    @Schema(
            description = "The partner's number of the purchase",
            minLength = 1,
            maxLength = 100,
            pattern = Patterns.CODE,
            examples = "536365")
        @Nullable String externalId) {}
