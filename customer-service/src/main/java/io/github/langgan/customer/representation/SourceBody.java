package io.github.langgan.customer.representation;

import io.github.langgan.chassis.json.Code;
import io.github.langgan.customer.model.Source;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Source", description = "Where what is said came from.")
public record SourceBody(
    @Schema(description = "The intake form", examples = "MEMBER_CARD")
        @NotNull
        @Code
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        String form,
    @Schema(description = "When the company got it", examples = "2026-01-05T03:00:00Z") @NotNull
        Instant receivedAt) {

  static SourceBody of(Source source) {
    return new SourceBody(source.form(), source.receivedAt());
  }

  Source toSource(Instant now) {
    return Source.of(form, receivedAt, now);
  }
}
