package io.github.langgan.customer.model.consent;

import org.jspecify.annotations.Nullable;

/**
 * Who brought us what a customer said.
 *
 * @param partner of that kind
 * @param who the person or program, as the issuer of its token names it
 */
public record ActReporter(Kind kind, @Nullable String partner, String who) {

  public enum Kind {
    CUSTOMER,
    PARTNER,
    STAFF
  }
}
