package io.github.langgan.customer.upkeep.updating;

/** What came of opening a request. */
sealed interface OpeningResult {

  /**
   * @param token stored nowhere
   */
  record Opened(UpdateRequest request, String token) implements OpeningResult {}

  record UnknownCustomer() implements OpeningResult {}

  /** The data is only kept: nobody is asked about it. */
  record CustomerRestricted() implements OpeningResult {}

  record CustomerDeceased() implements OpeningResult {}
}
