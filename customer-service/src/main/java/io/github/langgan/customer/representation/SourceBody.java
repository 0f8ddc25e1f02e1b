package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.Source;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        String receivedAt,
    @Schema(
            description =
                "How sure the source is, from 0, a guess, to 1, beyond doubt, in hundredths. When"
                    + " it is missing, a rule of the form holds",
            minimum = "0",
            maximum = "1")
        @Nullable BigDecimal confidence) {

  /** As it was stated. */
  public static SourceBody of(Source source) {
    return of(source, source.confidence());
  }

  public static SourceBody of(Source source, @Nullable Confidence confidence) {
    return new SourceBody(
        source.form(),
        source.receivedAt().toString(),
        confidence == null ? null : confidence.value());
  }

  Source toSource(Instant now) {
    return Source.read(
        Required.of("form", form),
        Required.of("receivedAt", receivedAt),
        confidence == null ? null : new Confidence(confidence),
        now);
  }
}
