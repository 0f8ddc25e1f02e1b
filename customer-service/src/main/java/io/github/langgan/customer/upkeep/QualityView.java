package io.github.langgan.customer.upkeep;

import io.github.langgan.customer.model.Customer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Quality", description = "How good a record is, and what would make it better.")
record QualityView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true, description = "Of the record") int version,
    @Schema(required = true, description = "When it was judged: values grow old by themselves")
        Instant asOf,
    @Schema(required = true, minimum = "0", maximum = "100") int score,
    @Schema(
            required = true,
            description = "The score and what is lost here make a hundred; the most is lost first")
        List<ShortcomingView> shortcomings) {

  @Schema(name = "Shortcoming", description = "Why an aspect of the record lacks points.")
  record ShortcomingView(
      @Schema(required = true) Aspect aspect,
      @Schema(required = true) Shortcoming.Reason reason,
      @Schema(required = true, minimum = "1", description = "Points") int lost,
      @Schema(
              description = "Of the best value there is (RFC 6901); without one when it is missing",
              examples = "/contacts/0")
          @Nullable String pointer,
      @Schema(description = "Of a stale value, also if it is malformed")
          @Nullable Instant staleSince) {

    static ShortcomingView from(Shortcoming one) {
      return new ShortcomingView(
          one.aspect(), one.reason(), one.lost(), one.pointer(), one.staleSince());
    }
  }

  static QualityView from(Customer customer, RecordQuality quality, Instant asOf) {
    return new QualityView(
        customer.id().value(),
        customer.version(),
        asOf,
        quality.score(),
        quality.shortcomings().stream().map(ShortcomingView::from).toList());
  }
}
