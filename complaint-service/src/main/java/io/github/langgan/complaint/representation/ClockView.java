package io.github.langgan.complaint.representation;

import io.github.langgan.complaint.model.ResolutionClock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CaseClock", description = "A promised time on a case.")
public record ClockView(
    @Schema(required = true, description = "What is promised") ClockKind kind,
    @Schema(required = true, description = "Before this instant") Instant dueAt,
    @Schema(description = "When the promise was kept") @Nullable Instant metAt,
    @Schema(description = "When it was noticed that the promise was not kept")
        @Nullable Instant breachedAt) {

  public enum ClockKind {
    RESOLUTION
  }

  static ClockView from(ResolutionClock clock) {
    return new ClockView(ClockKind.RESOLUTION, clock.dueAt(), clock.metAt(), clock.breachedAt());
  }
}
