package io.github.langgan.customer.consent;

import io.github.langgan.customer.model.consent.ContactChannel;
import io.github.langgan.customer.model.consent.LawfulBasis;
import io.github.langgan.customer.model.consent.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactPermission")
public record PermissionView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true) String purpose,
    @Schema(required = true) LawfulBasis lawfulBasis,
    @Schema(required = true) ContactChannel channel,
    @Schema(required = true, description = "The time that is meant") Instant at,
    @Schema(required = true) boolean permitted,
    @Schema(required = true) Verdict.Reason reason,
    @Schema(
            required = true,
            description = "Whether we have an address for the channel, as the record stands now")
        boolean reachable,
    @Schema(description = "What the customer said that decides") @Nullable UUID actId,
    @Schema(description = "When it was said") @Nullable Instant since,
    @Schema(description = "When the consent ends by itself") @Nullable Instant until) {}
