package io.github.langgan.loyalty.representation;

import io.github.langgan.loyalty.model.rule.Contribution;
import io.github.langgan.loyalty.model.rule.Rating;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Contribution", description = "What one rule gave.")
public record ContributionView(
    @Schema(required = true) String rule,
    @Schema(description = "Of the purchase, from 1; absent: for the transaction as a whole")
        @Nullable Integer line,
    @Schema(required = true, description = "Exact, before all is rounded once", examples = "12.55")
        String points) {

  public static List<ContributionView> allOf(Rating rating) {
    return rating.contributions().stream().map(ContributionView::from).toList();
  }

  private static ContributionView from(Contribution one) {
    return new ContributionView(one.rule(), one.line(), one.points().toPlainString());
  }
}
