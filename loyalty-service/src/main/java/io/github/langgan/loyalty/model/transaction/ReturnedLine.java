package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.TransactionId;

/**
 * @param number of the return's line, from 1
 * @param purchase that was bought before
 * @param purchaseLine its line that comes back
 */
public record ReturnedLine(int number, TransactionId purchase, int purchaseLine, long quantity) {}
