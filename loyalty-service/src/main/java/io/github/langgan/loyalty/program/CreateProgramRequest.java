package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.program.TermsRequest.EarningRuleRequest;
import io.github.langgan.loyalty.program.TermsRequest.ExcludedRequest;
import io.github.langgan.loyalty.program.TermsRequest.ExpiryRequest;
import io.github.langgan.loyalty.program.TermsRequest.ValidityRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateProgram",
    examples =
        """
        {"name":"Langgan Club","currency":"IDR","timeZone":"Asia/Jakarta",\
        "validity":{"months":24},"rounding":"DOWN","earnsFrom":"ALWAYS",\
        "earningRule":{"expression":"transaction.total / 1000.0"}}""")
record CreateProgramRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull
        @Code
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(description = "ISO 4217; purchases in other currencies earn nothing")
        String currency,
    @Code
        @Size(max = 60)
        @Schema(
            description = "Where the program's days begin and end, by its IANA name",
            defaultValue = "UTC")
        @Nullable String timeZone,
    @Schema(
            description =
                "ALWAYS: every purchase of a member, also from before the membership, whether it is"
                    + " reported later or was known already. ENROLMENT: those made since.",
            defaultValue = "ALWAYS")
        @Nullable EarnsFrom earnsFrom,
    @Code
        @Pattern(regexp = "[0-9]{6}")
        @Schema(description = "The first digits of its card numbers; absent: we choose some")
        @Nullable String cardPrefix,
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
