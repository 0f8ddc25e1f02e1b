package io.github.langgan.loyalty.representation;

import io.github.langgan.loyalty.model.offer.PropositionTerms;
import io.github.langgan.loyalty.model.offer.PropositionTerms.Benefit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Benefit", description = "What who accepts an offer gets.")
public record BenefitView(
    @Schema(required = true) PropositionTerms.Kind kind,
    @Schema(description = "Of POINTS") @Nullable Long points,
    @Schema(description = "Of VOUCHER") @Nullable UUID campaignId) {

  public static BenefitView from(Benefit benefit) {
    return new BenefitView(benefit.kind(), benefit.points(), benefit.campaign());
  }

  @Schema(name = "PropositionText", description = "What members are told, in one language.")
  public record TextView(
      @Schema(required = true, description = "BCP 47", examples = "id") String language,
      @Schema(required = true) String title,
      @Schema(required = true) String body) {

    public static List<TextView> allOf(PropositionTerms terms) {
      return terms.texts().stream()
          .map(one -> new TextView(one.language(), one.title(), one.body()))
          .toList();
    }
  }
}
