package io.github.langgan.customer.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookSecret", description = "What messages are signed with; told this once.")
record SecretView(
    @Schema(required = true, examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret,
    @Schema(required = true, description = "Until then the former secrets sign, too")
        Instant formerUntil) {}
