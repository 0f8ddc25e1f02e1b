package io.github.langgan.customer.representation;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.customer.model.Identifier;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Identifier",
    description =
        "What some system knows the customer by. No two customers have the same one, except for"
            + " numbers that come from the customers themselves, such as national numbers.")
public record IdentifierBody(
    @Schema(description = "The system", examples = "acme")
        @NotNull
        @Code
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
        String source,
    @Schema(examples = "17850") @NotNull @Code @Size(min = 1, max = 100) String value) {

  static IdentifierBody of(Identifier identifier) {
    return new IdentifierBody(identifier.source(), identifier.value());
  }

  Identifier toIdentifier() {
    return new Identifier(source, value);
  }
}
