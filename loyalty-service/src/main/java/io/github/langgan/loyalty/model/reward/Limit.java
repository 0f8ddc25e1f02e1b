package io.github.langgan.loyalty.model.reward;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;

/** How many pieces a member may have in a period of the calendar. */
public record Limit(int pieces, CapPeriod period) {}
