package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.tier.TierSchemeRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ProgramRow(
    UUID id,
    String name,
    String currency,
    String zone,
    EarnsFrom earnsFrom,
    String cardPrefix,
    Instant createdAt,
    long version,
    @Nullable String tierSchemes) {

  Program with(List<Terms> terms) {
    return new Program(
        new ProgramId(id),
        name,
        currency,
        ZoneId.of(zone),
        earnsFrom,
        cardPrefix,
        terms,
        TierSchemeRow.all(tierSchemes),
        createdAt,
        version);
  }
}
