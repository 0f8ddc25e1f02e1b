package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Source;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Source", description = "Where what is said came from.")
public record SourceBody(
    @Schema(
            description = "The intake form",
            required = true,
            minLength = 1,
            maxLength = 40,
            pattern = "^[A-Z][A-Z0-9_]*$")
        String form,
    @Schema(description = "When the company got it", required = true, format = "date-time")
        String receivedAt) {

  static SourceBody of(Source source) {
    return new SourceBody(source.form(), source.receivedAt().toString());
  }

  Source toSource(Instant now) {
    return Source.read(Required.of("form", form), Required.of("receivedAt", receivedAt), now);
  }
}
