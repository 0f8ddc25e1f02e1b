package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param last the member who was looked at last; null: none yet
 */
record Simulation(
    UUID id,
    ProgramId program,
    int version,
    Instant from,
    Instant to,
    @Nullable Instant finishedAt,
    @Nullable MembershipId last,
    Totals totals) {}
