package io.github.langgan.loyalty.model.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PropositionRow(
    UUID id,
    UUID programId,
    String currency,
    PropositionState state,
    Instant validFrom,
    Instant validUntil,
    String terms,
    long mostOffers,
    @Nullable BigDecimal mostCost,
    long offers,
    BigDecimal committed,
    Instant createdAt,
    long version) {

  static final String SELECT =
      """
      SELECT p.id, p.program_id, g.currency, p.state, p.valid_from, p.valid_until,
             p.terms::text AS terms, b.most_offers, b.most_cost, b.offers, b.committed,
             p.created_at, p.version
        FROM proposition p
        JOIN proposition_budget b ON b.proposition_id = p.id
        JOIN program g ON g.id = p.program_id
      """;

  Proposition proposition() {
    return new Proposition(
        new PropositionId(id),
        new ProgramId(programId),
        currency,
        state,
        validFrom,
        validUntil,
        EventJson.read(terms.getBytes(UTF_8), PropositionTerms.class),
        new Proposition.Budget(mostOffers, mostCost, offers, committed),
        createdAt,
        version);
  }
}
