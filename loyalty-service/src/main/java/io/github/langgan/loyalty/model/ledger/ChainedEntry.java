package io.github.langgan.loyalty.model.ledger;

/**
 * An entry in its place.
 *
 * @param head of its account's chain, up to and including it
 */
record ChainedEntry(Entry entry, ChainHead head) {}
