package io.github.langgan.customer.registration.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MemberCard", description = "What somebody fills in who asks for a member card.")
public record MemberCard(
    @NotBlank @Size(max = 100) @Schema(examples = "Langgan Club") @Nullable String program,
    @Size(min = 1, max = 200) @Schema(description = "Where it was filled in")
        @Nullable String outlet,
    @Size(max = 20) @Schema(description = "That were ticked")
        @Nullable List<@NotNull @Size(min = 1, max = 60) String> interests)
    implements FormDetails {

  @Override
  public IntakeForm form() {
    return IntakeForm.MEMBER_CARD;
  }
}
