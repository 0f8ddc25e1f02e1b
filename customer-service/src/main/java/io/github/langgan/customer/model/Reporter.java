package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/**
 * Who reported what a source says.
 *
 * @param kind null when this wasn't noted yet
 * @param partner of that kind
 * @param who the person or program, as the issuer of its token names it
 */
public record Reporter(@Nullable Kind kind, @Nullable String partner, String who) {

  /** On whose behalf. */
  public enum Kind {
    CUSTOMER,
    PARTNER,
    STAFF
  }

  /**
   * @param by by what it was known that it is the customer
   */
  public static Reporter customer(String by) {
    return new Reporter(Kind.CUSTOMER, null, by);
  }

  public static Reporter of(Registrant by) {
    return new Reporter(by.partner() == null ? Kind.STAFF : Kind.PARTNER, by.partner(), by.who());
  }
}
