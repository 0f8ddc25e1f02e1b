package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Death;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Deceased", description = "That a customer has died. Nobody contacts it any more.")
public record DeceasedView(
    @Schema(description = "Missing when nobody knows") @Nullable LocalDate diedOn,
    @Schema(required = true, description = "From when on nobody contacts it") Instant since,
    @Schema(required = true) SourceBody source,
    @Schema(required = true, description = "When we learnt of it") Instant reportedAt) {

  public static DeceasedView of(Death death) {
    return new DeceasedView(
        death.diedOn(), death.since(), SourceBody.of(death.source()), death.reportedAt());
  }
}
