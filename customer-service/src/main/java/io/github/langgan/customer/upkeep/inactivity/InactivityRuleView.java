package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.customer.model.CustomerKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InactivityRule")
record InactivityRuleView(
    @Schema(required = true) String code,
    @Schema(required = true, description = "ISO 8601", examples = "P1M") String period,
    @Schema(required = true) int periods,
    @Schema(description = "Only those") @Nullable CustomerKind kind,
    @Schema(description = "Only those that it registered") @Nullable String partner) {

  static InactivityRuleView of(InactivityRule rule) {
    return new InactivityRuleView(
        rule.code(), rule.period().toString(), rule.periods(), rule.kind(), rule.partner());
  }

  @Schema(name = "InactivityRules")
  record All(@Schema(required = true) List<InactivityRuleView> items) {}
}
