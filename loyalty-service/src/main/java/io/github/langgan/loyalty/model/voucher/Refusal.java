package io.github.langgan.loyalty.model.voucher;

/** Why a voucher takes nothing off an order. Stable: tills show their own words for them. */
public enum Refusal {
  /** There is no such code. */
  UNKNOWN_CODE,
  /** There is no such code, and its check character says that a letter is wrong. */
  MISTYPED_CODE,
  CLOSED,
  REVOKED,
  NOT_YET_VALID,
  EXPIRED,
  USED_UP,
  OTHER_CUSTOMER,
  /** It counts uses per customer, or is for members, and the order names nobody. */
  CUSTOMER_NEEDED,
  NOT_A_MEMBER,
  LIMIT_REACHED,
  CURRENCY,
  NO_PRODUCT_IN_SCOPE,
  MINIMUM_NOT_REACHED,
  NOT_STACKABLE,
  /** What is in scope costs nothing, or nothing any more. */
  NOTHING_TO_DISCOUNT,
  BUDGET_SPENT
}
