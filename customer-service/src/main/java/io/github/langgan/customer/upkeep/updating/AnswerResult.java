package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.customer.model.Customer;

/** What came of an answer. */
sealed interface AnswerResult {

  record Answered(Customer customer) implements AnswerResult {}

  /**
   * @param standing any but open
   */
  record Refused(TokenStanding standing) implements AnswerResult {}
}
