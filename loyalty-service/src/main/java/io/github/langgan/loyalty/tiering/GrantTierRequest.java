package io.github.langgan.loyalty.tiering;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "GrantTier",
    description = "A level that the member has at least, whatever it bought.",
    examples =
        """
        {"level":"GOLD","until":"2026-12-31T17:00:00Z","reason":"MOVED_FROM_OTHER_PROGRAM"}""")
record GrantTierRequest(
    @NotNull @Code @Size(max = 40) @Schema(description = "Its code in the scheme in force")
        String level,
    @NotNull @Schema(description = "Within ten years") Instant until,
    @NotNull
        @Code
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
        @Schema(description = "A code of the company's; nothing personal")
        String reason) {}
