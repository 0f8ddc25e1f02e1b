package io.github.langgan.profile.recording;

import io.github.langgan.profile.model.TransactionType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction as partners send it. What it must hold is said by {@link TransactionCheck}. */
@Schema(
    description =
        "A purchase or a return. A return names the purchase that it gives back, if the till knows"
            + " it; else it is matched to the customer's newest earlier purchases.",
    requiredProperties = {"externalId", "type", "occurredAt", "currency"})
public record TransactionRequest(
    @Schema(
            description = "The partner's number of the transaction, unique among its transactions",
            minLength = 1,
            maxLength = 100,
            pattern = Patterns.CODE)
        @Nullable String externalId,
    @Nullable TransactionType type,
    @Schema(description = "At most a day in the future", examples = "2010-12-01T08:26:00Z")
        @Nullable Instant occurredAt,
    @Schema(description = "Absent when the customer is anonymous")
        @Nullable CustomerRequest customer,
    @Schema(description = "ISO 4217", pattern = Patterns.CURRENCY, examples = "GBP")
        @Nullable String currency,
    @Schema(
            description = "Where it happened, e.g. STORE; UNSPECIFIED when absent",
            minLength = 1,
            maxLength = 40,
            pattern = Patterns.CODE,
            examples = "STORE")
        @Nullable String channel,
    @Schema(description = "Only of a return: the purchase that it gives back")
        @Nullable ReturnsRequest returns,
    @Schema(
            description = "None, in a return that names its purchase, for all that is left of it",
            maxItems = 2000)
        @Nullable List<LineRequest> lines) {}
