package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;

/** The most points of a member that are spent in a period of the calendar. */
public record PointsLimit(long points, CapPeriod period) {}
