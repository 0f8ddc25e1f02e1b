package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.inbox.FreshnessView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CustomerService", description = "The customer's inquiries and complaints.")
record ServiceView(
    @Schema(required = true, minimum = "0") int casesOpened,
    @Schema(required = true, minimum = "0") int casesResolved,
    @Schema(required = true) Instant asOf,
    @Schema(required = true) FreshnessView freshness) {}
