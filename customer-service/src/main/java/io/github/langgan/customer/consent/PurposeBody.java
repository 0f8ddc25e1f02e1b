package io.github.langgan.customer.consent;

import io.github.langgan.customer.model.consent.LawfulBasis;
import io.github.langgan.customer.model.consent.Purpose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentPurposeRequest")
public record PurposeBody(
    @NotNull
        @Pattern(regexp = PurposeBody.CODE)
        @Schema(description = "How it is called for good", examples = "NEWSLETTER")
        @Nullable String code,
    @NotBlank @Size(max = 200) @Nullable String title,
    @NotNull @Schema(description = "What makes it lawful (UU 27/2022, article 20; GDPR, article 6)")
        @Nullable LawfulBasis lawfulBasis,
    @Min(1)
        @Max(1200)
        @Schema(
            description = "After how many months a consent has to be given again; never if absent")
        @Nullable Integer validMonths) {

  static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

  Purpose toPurpose(Instant now) {
    return new Purpose(
        Objects.requireNonNull(code),
        Objects.requireNonNull(title),
        Objects.requireNonNull(lawfulBasis),
        validMonths,
        now,
        null);
  }
}
