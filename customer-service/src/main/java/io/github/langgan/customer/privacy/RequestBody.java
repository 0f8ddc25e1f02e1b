package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.json.NotFarFuture;
import io.github.langgan.customer.model.consent.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PrivacyRequestRequest")
public record RequestBody(
    @NotNull @Nullable RequestKind kind,
    @NotNull @Schema(description = "Whose data is meant; a merged record's id means its survivor")
        @Nullable UUID customerId,
    @Pattern(regexp = VerificationBody.CODE)
        @Schema(description = "How it was asked for", examples = "EMAIL")
        @Nullable String channel,
    @NotFarFuture
        @Schema(description = "When it was asked for: three days run from then; now if absent")
        @Nullable Instant receivedAt,
    @Size(max = 500) @Schema(description = "Why, in the customer's words") @Nullable String reason,
    @Pattern(regexp = VerificationBody.CODE)
        @Schema(
            description = "What an objection is against; everything if absent. For objections only")
        @Nullable String purpose,
    @Size(min = 1, max = 10)
        @Schema(
            description =
                "Over which channels an objection is; every channel if absent. For objections only")
        @Nullable List<@NotNull ContactChannel> channels,
    @Valid @Schema(description = "When it is certain already who asks")
        @Nullable VerificationBody verification) {}
