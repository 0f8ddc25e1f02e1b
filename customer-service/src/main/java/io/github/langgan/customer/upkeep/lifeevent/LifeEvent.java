package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.model.Particulars;

/** Something in a customer's life that changes what is true of it. */
sealed interface LifeEvent permits Move, JobChange {

  /**
   * What is true after it. The same when it is known already.
   *
   * @throws io.github.langgan.customer.model.InvalidValue when it can't have happened to somebody
   *     of whom this was true, with the field of the body
   */
  Particulars applyTo(Particulars before);
}
