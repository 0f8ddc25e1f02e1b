package io.github.langgan.loyalty.tiering;

/** What came of what staff wanted of a member's tier. */
sealed interface Intervention<T> {

  record Done<T>(T made) implements Intervention<T> {}

  /** The program has no tiers now. */
  record NoTiers<T>() implements Intervention<T> {}

  /** The scheme in force has no such level. */
  record UnknownLevel<T>() implements Intervention<T> {}

  /** It is over, or never was. */
  record Missing<T>() implements Intervention<T> {}
}
