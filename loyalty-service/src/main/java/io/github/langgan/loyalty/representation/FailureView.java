package io.github.langgan.loyalty.representation;

import io.github.langgan.loyalty.model.rule.Rating;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RuleFailure", description = "A rule that had no answer, and so gave nothing.")
public record FailureView(
    @Schema(required = true) String rule, @Schema(required = true) String reason) {

  public static List<FailureView> allOf(Rating rating) {
    return rating.failures().entrySet().stream()
        .map(one -> new FailureView(one.getKey(), one.getValue()))
        .toList();
  }
}
