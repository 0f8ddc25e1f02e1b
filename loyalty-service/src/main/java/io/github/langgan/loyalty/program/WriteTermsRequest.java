package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.Rounding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "WriteTerms",
    description = "Everything that the program promises from then on; nothing is taken over.",
    examples =
        """
        {"activeFrom":"2026-02-01T00:00:00+07:00","expiry":{"kind":"ROLLING","months":24},\
        "earningRules":[{"name":"base","expression":"line.amount / 1000.0"},\
        {"name":"double-on-weekends","when":"time.dayOfWeek >= 6","effect":"FACTOR",\
        "expression":"2","cap":{"points":500,"period":"MONTH"}}]}""")
record WriteTermsRequest(
    @Schema(
            description =
                "For purchases made from then on; not before now. Absent: now. Of several versions"
                    + " in force the one counts that began last, and was written last.")
        @Nullable Instant activeFrom,
    @Valid @Schema(description = TermsRequest.VALIDITY) @Nullable ValidityRequest validity,
    @Valid @Schema(description = TermsRequest.EXPIRY) @Nullable ExpiryRequest expiry,
    @Schema(description = TermsRequest.ROUNDING, defaultValue = "DOWN") @Nullable Rounding rounding,
    @PositiveOrZero
        @Max(TermsRequest.MOST_DAYS)
        @Schema(description = TermsRequest.ACTIVATION, defaultValue = "0")
        @Nullable Integer activationDays,
    @Schema(description = TermsRequest.POINT_COST, examples = "8.5") @Nullable String pointCost,
    @Valid
        @Size(max = TermsRequest.MOST_PARTNERS)
        @Schema(description = TermsRequest.PARTNER_SHARES)
        @Nullable List<PartnerShareRequest> partnerShares,
    @Valid @Schema(description = TermsRequest.RULE) @Nullable EarningRuleRequest earningRule,
    @Valid @Schema(description = TermsRequest.RULES)
        @Nullable List<EarningRuleRequest> earningRules,
    @Valid @Schema(description = TermsRequest.EXCLUDED) @Nullable ExcludedRequest excluded)
    implements TermsRequest {}
