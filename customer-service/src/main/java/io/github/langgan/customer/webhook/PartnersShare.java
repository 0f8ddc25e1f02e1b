package io.github.langgan.customer.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What decides whether an event is a partner's to see, as the same partner's reads are decided.
 *
 * @see io.github.langgan.customer.model.Visibility
 */
public enum PartnersShare {
  /** It registered the customer, or a record that was merged into it. */
  CUSTOMER("customerId"),
  /** It registered the record itself: what was said for others' records is theirs. */
  RECORD("customerId"),
  /** It registered the record whose id changed its meaning, as in the feed of changes. */
  MERGED_RECORD("merged"),
  /** It registered the party. */
  PARTY("partyId"),
  /** It stated the relationship. */
  RELATIONSHIP("relationshipId"),
  /** It brought what happened: the event names it. */
  NAMED(null),
  /** No partner can read these. */
  NONE(null);

  private final @Nullable String field;

  PartnersShare(@Nullable String field) {
    this.field = field;
  }

  /** Of the event's data, the id by which it is decided. */
  public @Nullable String field() {
    return field;
  }
}
