package io.github.langgan.customer.privacy;

import org.jspecify.annotations.Nullable;

/**
 * How it became certain who asks.
 *
 * @param by who made sure of it
 */
record Verification(String method, @Nullable String reference, String by) {}
