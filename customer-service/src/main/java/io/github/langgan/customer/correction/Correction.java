package io.github.langgan.customer.correction;

import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Source;

/**
 * @param wanted the whole, as it should be
 */
public record Correction(Particulars wanted, Source source) {}
