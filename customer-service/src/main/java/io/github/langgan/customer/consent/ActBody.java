package io.github.langgan.customer.consent;

import io.github.langgan.chassis.json.NotFarFuture;
import io.github.langgan.customer.model.consent.ActKind;
import io.github.langgan.customer.model.consent.ContactChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentActRequest")
public record ActBody(
    @NotNull @Nullable ActKind kind,
    @Pattern(regexp = PurposeBody.CODE)
        @Schema(description = "A grant is for one; all else is about every purpose if absent")
        @Nullable String purpose,
    @Size(max = 10)
        @Schema(description = "A grant names them; all else is about every channel if absent")
        @Nullable List<@NotNull ContactChannel> channels,
    @Valid
        @Schema(description = "What the customer was shown; of a grant of consent it is required")
        @Nullable ShownTextBody text,
    @NotFarFuture @Schema(description = "When the customer said it; now if absent")
        @Nullable Instant effectiveAt,
    @Valid
        @Schema(
            description =
                "By what it can be shown. With a customer's own token its account is proof enough")
        @Nullable ProofBody proof,
    @Size(max = 500) @Schema(description = "Why, in the customer's words")
        @Nullable String reason) {

  @Schema(name = "ShownText")
  public record ShownTextBody(
      @NotNull @Min(1) @Nullable Integer version,
      @NotNull @Size(min = 2, max = 35) @Nullable String language) {}

  @Schema(name = "ConsentProof")
  public record ProofBody(
      @NotNull
          @Pattern(regexp = PurposeBody.CODE)
          @Schema(description = "How it was said", examples = "DOUBLE_OPT_IN")
          @Nullable String method,
      @Size(min = 1, max = 500)
          @Schema(description = "Where it is kept: the number of a form, of a recording")
          @Nullable String reference) {}
}
