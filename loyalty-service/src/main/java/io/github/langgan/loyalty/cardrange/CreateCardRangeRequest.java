package io.github.langgan.loyalty.cardrange;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.loyalty.model.card.CardKind;
import io.github.langgan.loyalty.model.card.ReplacementReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CreateCardRange",
    examples =
        """
        {"name":"Gold by Bank Nusantara","prefix":"70001234","kind":"PHYSICAL",\
        "partner":"bank-nusantara","price":{"amount":"50000.00","currency":"IDR"},\
        "replacementFee":{"share":"0.50","freeForTiers":["GOLD"],"freeForReasons":["DAMAGED"]},\
        "validMonths":36}""")
record CreateCardRangeRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull
        @Code
        @Pattern(regexp = "[0-9]{6,10}")
        @Schema(
            description =
                "The first digits of its card numbers, such as no other range begins with or is"
                    + " the beginning of. The fewer they are, the more cards it can have.")
        String prefix,
    @NotNull CardKind kind,
    @Code
        @Size(min = 1, max = 60)
        @Schema(description = "Whose co-branded cards they are; absent: the company's own")
        @Nullable String partner,
    @Valid @Schema(description = "Of a card, in the program's currency; absent: nothing")
        @Nullable PriceRequest price,
    @Valid
        @Schema(
            description =
                "What a member pays for a new piece of the card; absent: half of the price")
        @Nullable FeePolicyRequest replacementFee,
    @Positive
        @Max(1_200)
        @Schema(description = "How long a card can be used after it was issued; absent: for ever")
        @Nullable Integer validMonths) {

  @Schema(name = "Price", description = "An amount of money, not below zero")
  record PriceRequest(
      @NotNull
          @Pattern(regexp = "[0-9]{1,14}(\\.[0-9]{1,4})?")
          @Schema(description = "A decimal number", examples = "50000.00")
          @Nullable String amount,
      @NotNull
          @Code
          @Pattern(regexp = "[A-Z]{3}")
          @Schema(description = "ISO 4217", examples = "IDR")
          @Nullable String currency) {}

  @Schema(name = "NewFeePolicy")
  record FeePolicyRequest(
      @NotNull
          @Pattern(regexp = "0(\\.[0-9]{1,4})?|1(\\.0{1,4})?")
          @Schema(description = "Of the price, from 0 to 1", examples = "0.50")
          @Nullable String share,
      @Size(max = 20) @Schema(description = "Tiers whose members pay nothing")
          @Nullable List<@NotNull @Code @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String>
              freeForTiers,
      @Size(max = 7) @Schema(description = "Reasons for which nobody pays")
          @Nullable List<@NotNull ReplacementReason> freeForReasons) {}
}
