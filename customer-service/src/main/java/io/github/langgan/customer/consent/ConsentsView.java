package io.github.langgan.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Consents")
public record ConsentsView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true, description = "The time that is meant") Instant at,
    @Schema(required = true, description = "Of every purpose over every channel")
        List<PermissionView> permissions) {}
