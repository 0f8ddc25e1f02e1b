package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.TransactionId;

/** A line of some return, as its purchase sees it. */
public record EarlierReturn(TransactionId returned, ReturnedLine line) {}
