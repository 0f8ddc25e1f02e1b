package io.github.langgan.customer.model.consent;

import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may be contacted.
 *
 * @param act what the customer said that decides; null when it is nothing of that kind
 */
public record Verdict(boolean permitted, Reason reason, @Nullable ConsentAct act) {

  /** Why, or why not. */
  public enum Reason {
    CONSENT_GRANTED,
    /** The purpose needs no consent, and nobody objected. */
    LAWFUL_WITHOUT_CONSENT,
    NO_CONSENT,
    CONSENT_WITHDRAWN,
    CONSENT_EXPIRED,
    OBJECTED,
    /** What we hold of the customer is only kept. */
    RESTRICTED,
    DECEASED,
    PURPOSE_RETIRED
  }

  public static Verdict yes(Reason reason, @Nullable ConsentAct act) {
    return new Verdict(true, reason, act);
  }

  public static Verdict no(Reason reason, @Nullable ConsentAct act) {
    return new Verdict(false, reason, act);
  }
}
