package io.github.langgan.customer.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for. */
@Schema(
    name = "PrivacyRequestKind",
    description =
        "ACCESS: all that is held of the customer. PORTABILITY: what the customer gave us, to take"
            + " it elsewhere. OBJECTION: to be contacted no more, for a purpose and over channels, or"
            + " at all. RESTRICTION: what is held is only kept, until RESTRICTION_LIFTED."
            + " RECTIFICATION: something in the record is wrong. ERASURE: nothing is kept of the customer but what the law demands.")
public enum RequestKind {
  ACCESS,
  PORTABILITY,
  OBJECTION,
  RESTRICTION,
  RESTRICTION_LIFTED,
  RECTIFICATION,
  ERASURE;

  /** Whether nothing is left to be done once it is certain who asks. */
  boolean isDoneAtOnce() {
    return this == OBJECTION || this == RESTRICTION || this == RESTRICTION_LIFTED;
  }
}
