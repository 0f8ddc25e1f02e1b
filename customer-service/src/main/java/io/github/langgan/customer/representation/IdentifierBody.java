package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Identifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Identifier",
    description =
        "What some system knows the customer by. No two customers have the same one, except for"
            + " numbers that come from the customers themselves, such as national numbers.")
public record IdentifierBody(
    @Schema(
            description = "The system",
            required = true,
            minLength = 1,
            maxLength = 64,
            pattern = "^[A-Za-z0-9][A-Za-z0-9._:-]*$")
        String source,
    @Schema(required = true, minLength = 1, maxLength = 100, pattern = "^[!-~]([ -~]*[!-~])?$")
        String value) {

  public static IdentifierBody of(Identifier identifier) {
    return new IdentifierBody(identifier.source(), identifier.value());
  }

  Identifier toIdentifier() {
    return new Identifier(Required.of("source", source), Required.of("value", value));
  }
}
