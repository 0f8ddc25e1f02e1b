package io.github.langgan.loyalty.model.ledger;

import java.util.UUID;

/** Points of one lot. */
public record Share(UUID lotId, long points) {}
