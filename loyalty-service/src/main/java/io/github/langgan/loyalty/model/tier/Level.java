package io.github.langgan.loyalty.model.tier;

import java.math.BigDecimal;

/**
 * @param from how much has to count for it; none for the first level
 */
public record Level(String code, String name, BigDecimal from) {}
