package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/**
 * Who brings a record or a change of it.
 *
 * @param partner null for the company's own staff
 * @param who the person or program, as the issuer of its token names it
 */
public record Registrant(@Nullable String partner, String who) {}
