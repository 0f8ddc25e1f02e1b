package io.github.langgan.customer.provenance;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Provenance;
import io.github.langgan.customer.model.Reporter;
import io.github.langgan.customer.representation.SourceBody;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ValueProvenance",
    description =
        "Where a value came from. Without version and source for a value that was corrected before"
            + " this was noted.")
public record ValueView(
    @Schema(
            required = true,
            description = "Where in the customer it stands (RFC 6901)",
            examples = "/contacts/0")
        String pointer,
    @Schema(required = true, description = "As it is written to people") String value,
    @Schema(description = "Of the record, that brought it") @Nullable Integer version,
    @Schema(description = "Whose version it is, if another's: it was merged with the customer")
        @Nullable UUID record,
    @Schema(description = "With how sure it is") @Nullable SourceBody source,
    @Schema(description = "On whose behalf it was reported, if that was noted")
        Reporter.@Nullable Kind reporter,
    @Schema(description = "That reported it, if one did") @Nullable String partner,
    @Schema(description = "The person or program; for the company's own staff") @Nullable String by,
    @Nullable Instant recordedAt) {

  /**
   * @param customer that has the value
   * @param staff whether to name the person or program
   */
  static ValueView of(
      CustomerId customer,
      String pointer,
      String value,
      Optional<Provenance> provenance,
      boolean staff) {
    return provenance
        .map(
            from ->
                new ValueView(
                    pointer,
                    value,
                    from.version(),
                    customer.value().equals(from.origin().record()) ? null : from.origin().record(),
                    SourceBody.of(from.source(), from.confidence()),
                    from.reporter().kind(),
                    from.reporter().partner(),
                    staff ? from.reporter().who() : null,
                    from.recordedAt()))
        .orElseGet(() -> new ValueView(pointer, value, null, null, null, null, null, null, null));
  }
}
