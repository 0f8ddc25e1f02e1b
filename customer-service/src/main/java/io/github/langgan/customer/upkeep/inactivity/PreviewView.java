package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.customer.upkeep.inactivity.InactiveCustomers.Counts;
import io.github.langgan.customer.upkeep.inactivity.InactiveCustomers.Inactive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InactivityPreview", description = "What would come of a rule with those there are.")
record PreviewView(
    @Schema(required = true, description = "How many would be archived") long wouldArchive,
    @Schema(required = true, description = "How many archived ones would be listed again")
        long wouldReactivate,
    @Schema(
            required = true,
            description =
                "Before this nobody noted what customers did: a rule that looks back further"
                    + " archives nobody")
        Instant activityNotedSince,
    @Schema(required = true, description = "Those longest away of whom would be archived, up to 20")
        List<InactiveView> longestInactive) {

  @Schema(name = "InactiveCustomer")
  record InactiveView(
      @Schema(required = true) UUID customerId,
      @Schema(required = true, description = "That would archive it") String rule,
      @Schema(required = true, description = "The last sign of life") Instant lastActiveAt) {}

  static PreviewView of(Counts counts, List<Inactive> longest, Instant notedSince) {
    return new PreviewView(
        counts.archived(),
        counts.reactivated(),
        notedSince,
        longest.stream()
            .map(one -> new InactiveView(one.customer(), one.rule(), one.lastAt()))
            .toList());
  }
}
