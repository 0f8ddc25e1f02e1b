package io.github.langgan.customer.merging;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "CustomerChange",
    description = "That an id means another customer, or itself again.")
public record ChangeView(
    @Schema(required = true, description = "Greater than that of all earlier changes")
        long position,
    @Schema(required = true) Kind kind,
    @Schema(required = true) UUID mergeId,
    @Schema(required = true) UUID survivor,
    @Schema(required = true) UUID merged,
    @Schema(required = true) Instant at) {

  /** What happened. */
  @Schema(name = "CustomerChangeKind")
  public enum Kind {
    MERGED,
    SPLIT
  }
}
