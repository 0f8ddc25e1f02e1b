package io.github.langgan.chassis.inbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SectionFreshness", description = "How current a section is that came by events.")
public record FreshnessView(
    @Schema(required = true, description = "Everything published up to then is included")
        Instant asOf,
    @Schema(required = true, minimum = "0", description = "From then until the answer")
        long lagMillis,
    @Schema(
            required = true,
            description = "True when what the caller asked to read after is not included yet")
        boolean stale) {

  public static FreshnessView from(Freshness freshness, boolean stale) {
    return new FreshnessView(freshness.asOf(), freshness.lagMillis(), stale);
  }
}
