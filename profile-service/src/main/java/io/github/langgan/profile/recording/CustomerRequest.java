package io.github.langgan.profile.recording;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what the partner names the customer. */
@Schema(
    description = "By what the partner names the customer: exactly one of these",
    minProperties = 1,
    maxProperties = 1)
public record CustomerRequest(
    @Nullable UUID customerId,
    @Schema(minLength = 1, maxLength = 40, pattern = Patterns.CODE, examples = "6280001000000018")
        @Nullable String card,
    @Schema(minLength = 3, maxLength = 254, pattern = Patterns.CODE, examples = "siti@example.com")
        @Nullable String email,
    @Schema(
            description = "In any usual writing; without a country code, of Indonesia",
            minLength = 3,
            maxLength = 40,
            pattern = Patterns.CODE,
            examples = "+628123456789")
        @Nullable String phone,
    @Nullable Identifier identifier) {

  /** The number that a source knows the customer by. */
  @Schema(
      name = "CustomerIdentifier",
      requiredProperties = {"source", "value"})
  public record Identifier(
      @Schema(minLength = 1, maxLength = 60, pattern = Patterns.CODE, examples = "acme")
          @Nullable String source,
      @Schema(minLength = 1, maxLength = 100, pattern = Patterns.CODE, examples = "17850")
          @Nullable String value) {}
}
