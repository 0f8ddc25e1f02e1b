package io.github.langgan.analytics.totals;

import java.math.BigDecimal;

/** What is stored of all transactions in one currency. */
record CurrencyTotals(
    String currency,
    long purchases,
    long returns,
    long lines,
    long anonymous,
    BigDecimal purchased,
    BigDecimal returned,
    BigDecimal anonymousNet) {}
