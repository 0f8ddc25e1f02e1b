package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.model.RfmScores;
import io.github.langgan.analytics.model.Segment;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SegmentMembership", description = "A segment that the customer is in, and why.")
record SegmentView(
    @Schema(required = true) Segment segment,
    @Schema(required = true, maxLength = 300, description = "The rule that the customer meets")
        String reason,
    @Schema(required = true) Instant asOf) {

  /** None while the customer has no scores. */
  static List<SegmentView> from(CustomerFigures figures) {
    RfmScores scores = figures.scores();
    if (scores == null || figures.scoresAsOf() == null) {
      return List.of();
    }
    Segment segment = Segment.of(scores);
    return List.of(new SegmentView(segment, segment.rule(), figures.scoresAsOf()));
  }
}
