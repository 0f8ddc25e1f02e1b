package io.github.langgan.loyalty.proposition;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.contact.Channel;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.PropositionTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateProposition",
    examples =
        """
        {"programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"We miss you",\
        "texts":[{"language":"en","title":"We miss you","body":"500 points are waiting."}],\
        "audience":{"tiers":["SILVER","GOLD"]},\
        "triggers":[{"on":"LIFECYCLE_CHANGED","stage":"LAPSING"}],\
        "benefit":{"kind":"POINTS","points":500},"customerValue":"5.00",\
        "economics":{"acceptanceRate":"0.2","marginPerAcceptance":"30.00",\
        "benefitCost":"4.00","contactCost":"0.05"},\
        "budget":{"offers":10000,"cost":"12000.00"},\
        "contact":{"purpose":"NEWSLETTER","channel":"EMAIL","needsConsent":true,"most":2,"days":30},\
        "validUntil":"2026-07-01T00:00:00Z","offerValidDays":14,\
        "pilot":{"controlShare":"0.1","windowDays":28}}""")
record CreatePropositionRequest(
    @NotNull @Nullable UUID programId,
    @NotBlank @Size(max = 200) String name,
    @NotEmpty @Size(max = 20) @Schema(description = "What members are told")
        List<@Valid @NotNull TextRequest> texts,
    @Valid @Schema(description = "Absent: every member") @Nullable AudienceRequest audience,
    @Size(max = 20) @Schema(description = "On what it is offered by itself; absent: by runs only")
        @Nullable List<@Valid @NotNull TriggerRequest> triggers,
    @NotNull @Valid BenefitRequest benefit,
    @NotNull @Code @Pattern(regexp = MONEY) @Schema(description = "Of the benefit, to a member")
        String customerValue,
    @NotNull @Valid EconomicsRequest economics,
    @Size(min = 10, max = 500)
        @Schema(description = "Why it is made although it isn't expected to pay; audited")
        @Nullable String evenIfUnprofitable,
    @NotNull @Valid BudgetRequest budget,
    @NotNull @Valid ContactRequest contact,
    @Schema(description = "Absent: now") @Nullable Instant validFrom,
    @NotNull @Schema(description = "Nothing is offered from then on") Instant validUntil,
    @NotNull @Min(1) @Max(366) @Schema(description = "Days of 24 hours in which an offer is open")
        Integer offerValidDays,
    @Valid @Schema(description = "Absent: everybody is offered it") @Nullable PilotRequest pilot) {

  static final String MONEY = "[0-9]{1,12}(\\.[0-9]{1,4})?";
  static final String SHARE = "0(\\.[0-9]{1,6})?|1(\\.0{1,6})?";
  static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,39}";

  @Schema(name = "WritePropositionText")
  record TextRequest(
      @NotNull @Code @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") String language,
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 4_000) String body) {}

  @Schema(
      name = "WriteAudience",
      description = "Members who are in one of each list; an absent list is everybody.")
  record AudienceRequest(
      @Size(max = 20) @Nullable List<@NotNull @Code @Pattern(regexp = NAME) String> segments,
      @Size(max = 20) @Schema(description = "Of the customer's life with the company")
          @Nullable List<@NotNull @Code @Pattern(regexp = NAME) String> stages,
      @Size(max = 20) @Nullable List<@NotNull @Code @Pattern(regexp = NAME) String> tiers) {}

  @Schema(name = "WriteTrigger")
  record TriggerRequest(
      @NotNull @Schema(description = "Not RUN: that is always possible") Occurrence on,
      @Code @Pattern(regexp = NAME) @Schema(description = "Of SEGMENT_ENTERED")
          @Nullable String segment,
      @Code @Pattern(regexp = NAME) @Schema(description = "Of LIFECYCLE_CHANGED")
          @Nullable String stage,
      @Min(0) @Max(10) @Schema(description = "Of SATISFACTION_RATED, a score of 0 to 10")
          @Nullable Integer atLeast) {}

  @Schema(name = "WriteBenefit")
  record BenefitRequest(
      @NotNull PropositionTerms.Kind kind,
      @Positive @Max(1_000_000_000) @Schema(description = "Of POINTS") @Nullable Long points,
      @Schema(description = "Of VOUCHER: a campaign whose codes are drawn")
          @Nullable UUID campaignId) {}

  @Schema(name = "WriteEconomics", description = "Of one offer, in the program's currency.")
  record EconomicsRequest(
      @NotNull @Code @Pattern(regexp = SHARE) @Schema(description = "Expected, 0 to 1")
          String acceptanceRate,
      @NotNull
          @Code
          @Pattern(regexp = MONEY)
          @Schema(description = "What an accepted offer brings, before what it costs")
          String marginPerAcceptance,
      @Code
          @Pattern(regexp = MONEY)
          @Schema(
              description =
                  "Of an accepted offer; absent: the points at what the terms say that one costs")
          @Nullable String benefitCost,
      @NotNull @Code @Pattern(regexp = MONEY) @Schema(description = "Of each offer")
          String contactCost) {}

  @Schema(name = "WriteOfferBudget")
  record BudgetRequest(
      @NotNull @Positive @Max(1_000_000_000) Long offers,
      @Code
          @Pattern(regexp = MONEY)
          @Schema(description = "Of contacts, and benefits; absent: as much as the offers come to")
          @Nullable String cost) {}

  @Schema(name = "WriteOfferContact")
  record ContactRequest(
      @NotNull
          @Code
          @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
          @Schema(description = "Code of a consent purpose", examples = "NEWSLETTER")
          String purpose,
      @NotNull Channel channel,
      @NotNull
          @Schema(
              description =
                  "Whether the purpose rests on consent; else only an objection counts against it")
          Boolean needsConsent,
      @NotNull
          @Min(1)
          @Max(1_000)
          @Schema(description = "Offers of the whole program that a member gets in so many days")
          Integer most,
      @NotNull @Min(1) @Max(366) Integer days) {}

  @Schema(name = "WritePilot")
  record PilotRequest(
      @NotNull
          @Code
          @Pattern(regexp = SHARE)
          @Schema(description = "Of those who would get an offer, by lot; more than 0, less than 1")
          String controlShare,
      @NotNull @Min(1) @Max(366) @Schema(description = "Days after it whose purchases count")
          Integer windowDays) {}
}
