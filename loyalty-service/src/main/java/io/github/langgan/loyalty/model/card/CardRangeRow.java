package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

record CardRangeRow(
    UUID id,
    UUID programId,
    String name,
    String prefix,
    CardKind kind,
    @Nullable String partner,
    BigDecimal price,
    String currency,
    BigDecimal feeShare,
    List<String> freeForTiers,
    List<String> freeForReasons,
    @Nullable Integer validMonths,
    String zone,
    Instant createdAt) {

  CardRange range() {
    return new CardRange(
        new CardRangeId(id),
        new ProgramId(programId),
        name,
        prefix,
        kind,
        partner,
        price,
        currency,
        new FeePolicy(
            feeShare,
            Set.copyOf(freeForTiers),
            freeForReasons.stream().map(ReplacementReason::valueOf).collect(Collectors.toSet())),
        validMonths,
        ZoneId.of(zone),
        createdAt);
  }
}
