package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Points that come from another account.
 *
 * @param source the lot that they leave
 * @param home the lot that they once left for the other account and return to; null: they make a
 *     new one
 * @param cameFor the record that a new lot came for; null: the one that its membership came for
 */
record Incoming(Lot source, long points, @Nullable Lot home, @Nullable CustomerId cameFor) {}
