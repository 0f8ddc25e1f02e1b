package io.github.langgan.customer.registration;

import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Source;

/** What somebody says of a customer that we may not know yet. */
public record Registration(Particulars particulars, Source source) {

  /**
   * Whether saying it again can be told from saying it of somebody else. Without an identifier two
   * equal registrations may well be two persons.
   */
  public boolean hasNaturalKey() {
    return !particulars.identifiers().isEmpty();
  }
}
