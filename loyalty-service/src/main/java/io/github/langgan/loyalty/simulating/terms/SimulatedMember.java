package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.loyalty.simulating.terms.Totals.Difference;
import java.math.BigDecimal;
import java.util.Map;

/** What other terms would have given one member. */
record SimulatedMember(long purchases, Difference difference, Map<String, BigDecimal> byRule) {}
