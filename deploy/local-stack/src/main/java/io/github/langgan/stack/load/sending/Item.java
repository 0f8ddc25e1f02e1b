package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.reconciling.Slot;

/**
 * What a batch is made of.
 *
 * @param order items with the same one are sent in the order in which they were added
 * @param json one line of NDJSON, without its end
 */
public record Item(int order, byte[] json, Slot slot) {}
