package io.github.langgan.loyalty.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.rule.RuleSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TermsRow(UUID programId, int version, Instant activeFrom, String promised) {

  /** What the column {@code promised} keeps. */
  private record Promised(
      Rounding rounding,
      @Nullable Expiry expiry,
      int activationDays,
      @Nullable BigDecimal pointCost,
      @Nullable List<PartnerShare> partnerShares,
      RuleSet rules) {}

  static String promised(Terms terms) {
    return new String(
        EventJson.write(
            new Promised(
                terms.rounding(),
                terms.expiry(),
                terms.activationDays(),
                terms.pointCost(),
                terms.partnerShares(),
                terms.rules())),
        UTF_8);
  }

  Terms terms() {
    Promised stored = EventJson.read(promised.getBytes(UTF_8), Promised.class);
    return new Terms(
        version,
        activeFrom,
        stored.rounding(),
        stored.expiry(),
        stored.activationDays(),
        stored.pointCost(),
        requireNonNullElse(stored.partnerShares(), List.of()),
        stored.rules());
  }
}
