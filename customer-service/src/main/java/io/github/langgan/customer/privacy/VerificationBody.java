package io.github.langgan.customer.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "IdentityVerification", description = "How it became certain who asks.")
public record VerificationBody(
    @NotNull
        @Pattern(regexp = VerificationBody.CODE)
        @Schema(
            description = "ID_DOCUMENT, CALL_BACK, IN_PERSON, or what else the company takes",
            examples = "ID_DOCUMENT")
        @Nullable String method,
    @Size(min = 1, max = 200)
        @Schema(description = "Where it is kept: the number of a file. Blank once all is erased")
        @Nullable String reference) {

  static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

  Verification by(String who) {
    return new Verification(Objects.requireNonNull(method), reference, who);
  }
}
