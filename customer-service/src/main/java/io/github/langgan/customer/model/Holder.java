package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/** A customer that has what somebody claims for another. */
public record Holder(CustomerId id, int version, @Nullable String partner) {

  /** Null for those who may not know it. */
  public @Nullable CustomerId idFor(Visibility visibility) {
    return visibility.includes(id, partner) ? id : null;
  }
}
